import type { MiddlewareHandler } from "hono";

/**
 * What a browser may do with the page: run its own script and style, ask its own origin, and nothing else.
 * No inline script or style is allowed, so the page must not have any.
 */
const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join("; ");

const HEADERS: Readonly<Record<string, string>> = {
  "Content-Security-Policy": CONTENT_SECURITY_POLICY,
  "Cross-Origin-Resource-Policy": "same-origin",
  "Cross-Origin-Opener-Policy": "same-origin",
  "Referrer-Policy": "no-referrer",
  "X-Content-Type-Options": "nosniff",
  "Cache-Control": "no-store",
};

const LOOPBACK_NAMES: readonly string[] = ["127.0.0.1", "localhost", "[::1]"];

/** "127.0.0.1:4310" → "127.0.0.1". The port is left out of the question: a tunnel may change it. */
const nameOf = (host: string): string => host.replace(/:\d+$/, "").toLowerCase();

/** A name of some other site that was pointed at this machine (DNS rebinding) is refused by its Host header. */
const isLoopbackHost = (host: string | undefined): boolean =>
  host !== undefined && LOOPBACK_NAMES.includes(nameOf(host));

/** Reads only, from this machine's own names only. Every answer, refusals too, carries the headers. */
export const guard: MiddlewareHandler = async (context, next) => {
  for (const [name, value] of Object.entries(HEADERS)) context.header(name, value);
  if (!isLoopbackHost(context.req.header("host"))) {
    return context.text("Open this page by the address that plumbline printed (127.0.0.1).", 421);
  }
  if (context.req.method !== "GET" && context.req.method !== "HEAD") {
    return context.text("Only GET is answered here.", 405, { Allow: "GET, HEAD" });
  }
  await next();
};
