import "./styles.ts";
import { MantineProvider } from "@mantine/core";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { App } from "./app.tsx";
import { carriedPlaces } from "./carried-places.ts";
import { PlacesPage } from "./places-page.tsx";

const root = document.getElementById("root");
if (root === null) throw new Error("index.html has no #root");

const places = carriedPlaces();

createRoot(root).render(
  <StrictMode>
    {/* No style element is made at run time: the page's policy allows none, and tokens.css holds the theme. */}
    <MantineProvider defaultColorScheme="auto" withCssVariables={false} withGlobalClasses={false}>
      {places === null ? <App /> : <PlacesPage sheets={places} />}
    </MantineProvider>
  </StrictMode>,
);
