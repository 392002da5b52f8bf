// Live reload: reloads changed pages, swaps style sheets, shows errors. Added to responses only, never to an output.
(() => {
  "use strict";
  const script = document.currentScript;
  const key = "sitegen-scroll ";
  let print = script.dataset.print;
  let overlay = null;
  let isOpenedByHand = false;

  // The scroll position survives a reload, and a move to another URL.
  const saveScroll = (path) => sessionStorage.setItem(key + path, JSON.stringify([scrollX, scrollY]));
  const restoreScroll = () => {
    const saved = sessionStorage.getItem(key + location.pathname);
    if (saved) {
      sessionStorage.removeItem(key + location.pathname);
      const [x, y] = JSON.parse(saved);
      scrollTo({ left: x, top: y, behavior: "instant" });
    }
  };
  addEventListener("load", restoreScroll);

  const swapSheet = (before, now) => {
    for (const link of document.querySelectorAll("link[rel~=stylesheet]")) {
      const at = new URL(link.href);
      if (at.origin !== location.origin || at.pathname !== before) continue;
      const fresh = link.cloneNode();
      fresh.href = before === now ? now + "?" + Date.now() : now;
      // Remove the old sheet only when the new one has loaded, so that nothing flickers.
      fresh.onload = fresh.onerror = () => link.remove();
      link.after(fresh);
    }
  };

  const element = (name, text, style) => {
    const made = document.createElement(name);
    if (text) made.textContent = text;
    if (style) made.style.cssText = style;
    return made;
  };

  const font = "font:14px/1.5 ui-monospace,Menlo,Consolas,monospace;background:#1b1b1f;color:#f3f3f3;direction:ltr;text-align:start;";
  const button = "font:inherit;color:inherit;background:none;border:1px solid;border-radius:4px;padding:.1em .6em;cursor:pointer;";

  const sectionOf = (problem) => {
    const part = element("section", "", "margin:0 0 1em;border-inline-start:4px solid;padding-inline-start:1em;border-color:"
      + (problem.severity === "error" ? "#e5484d" : "#f5b041"));
    part.append(element("div", problem.place, "color:#9ecbff"), element("div", problem.message, "font-weight:bold;white-space:pre-wrap"));
    if (problem.excerpt) part.append(element("pre", problem.excerpt, "margin:.3em 0;overflow:auto;font:inherit"));
    if (problem.hint) part.append(element("div", problem.hint, "color:#b5e8b0"));
    return part;
  };

  const listOf = (message, hide) => {
    const box = element("div", "", font + "border-top:4px solid #e5484d;padding:1em 1.5em;"
      + "max-height:60vh;overflow:auto;box-sizing:border-box");
    const close = element("button", "Hide", "float:right;" + button);
    close.onclick = hide;
    box.append(close, ...message.problems.map(sectionOf));
    if (message.more) box.append(element("div", message.more, "color:#bbb"));
    return box;
  };

  // Errors open the list; warnings are a badge that opens it, because they must not cover the page.
  const showProblems = (message, isOpen = message.opens || isOpenedByHand) => {
    overlay?.remove();
    overlay = null;
    if (message.problems.length === 0) return;
    overlay = element("sitegen-problems");
    overlay.style.cssText = "all:initial;position:fixed;z-index:2147483647;bottom:0;" + (isOpen ? "left:0;right:0" : "right:0");
    const root = overlay.attachShadow({ mode: "open" });
    if (isOpen) {
      root.append(listOf(message, () => showProblems(message, isOpenedByHand = false)));
    } else {
      const badge = element("button", message.summary, font + "margin:.7em;"
        + "border:1px solid #777;border-radius:1em;padding:.2em .9em;cursor:pointer");
      badge.onclick = () => showProblems(message, isOpenedByHand = true);
      root.append(badge);
    }
    document.documentElement.append(overlay);
  };

  const reload = (url) => {
    saveScroll(url ? new URL(url, location.href).pathname : location.pathname);
    if (url) location.replace(url);
    else location.reload();
  };

  let wait = 100;
  const connect = () => {
    const query = "path=" + encodeURIComponent(location.pathname) + "&print=" + encodeURIComponent(print);
    const events = new EventSource("/_sitegen/events?" + query);
    events.onopen = () => { wait = 100; };
    events.addEventListener("reload", () => reload());
    events.addEventListener("moved", (event) => reload(JSON.parse(event.data).url));
    events.addEventListener("styles", (event) => {
      const message = JSON.parse(event.data);
      print = message.print;
      for (const [before, now] of message.sheets) swapSheet(before, now);
    });
    events.addEventListener("problems", (event) => showProblems(JSON.parse(event.data)));
    // Reconnect by hand: the browser would send the fingerprint the page was loaded with, which may have changed.
    events.onerror = () => {
      events.close();
      setTimeout(connect, wait);
      wait = Math.min(wait * 2, 2000);
    };
    addEventListener("pagehide", () => events.close(), { once: true });
  };
  addEventListener("pageshow", (event) => { if (event.persisted) location.reload(); });
  connect();
})();
