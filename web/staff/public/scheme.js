// Sets the colour scheme before the first paint; an own file, since the page allows no inline script.
(() => {
  const chosen = localStorage.getItem("lethe.scheme");
  const dark =
    chosen === "dark" || (chosen !== "light" && matchMedia("(prefers-color-scheme: dark)").matches);
  document.documentElement.setAttribute("data-mantine-color-scheme", dark ? "dark" : "light");
})();
