// A table that fits needs no stop for the Tab key; one that has to be scrolled sideways keeps it.

export function fitTables(scope) {
  const fit = new ResizeObserver((entries) => {
    for (const { target } of entries) {
      if (target.scrollWidth > target.clientWidth) {
        target.tabIndex = 0;
      } else {
        target.removeAttribute("tabindex");
      }
    }
  });
  scope.querySelectorAll(".app-table").forEach((table) => fit.observe(table));
}
