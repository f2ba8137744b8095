@echo off
node "%~dp0bin\plumbline.mjs" %*
