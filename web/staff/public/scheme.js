// Sets the colour scheme, and hides what is to be hidden, before the first paint; an own file, since the page allows no inline script.
(() => {
  const chosen = localStorage.getItem("lethe.scheme");
  const dark =
    chosen === "dark" || (chosen !== "light" && matchMedia("(prefers-color-scheme: dark)").matches);
  document.documentElement.setAttribute("data-mantine-color-scheme", dark ? "dark" : "light");
  document.documentElement.toggleAttribute("data-masked", localStorage.getItem("lethe.mask") === "on");
})();
