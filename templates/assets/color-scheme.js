const button = document.createElement("button");
button.ariaLabel = document.currentScript.dataset.label;
const rules = [...document.styleSheets[0].cssRules].filter((rule) => rule.media?.mediaText.includes(": dark"));
let store = {};
try {
  store = localStorage;
} catch {}
const show = (dark) => {
  for (const { media } of rules) media.mediaText = dark ? "all" : "not all";
  document.documentElement.style.colorScheme = dark ? "dark" : "light";
  button.onclick = () => show((store.dark = dark ? "" : 1));
};
show(store.dark ?? matchMedia("(prefers-color-scheme: dark)").matches);
onload = () => document.querySelector("header").append(button);
