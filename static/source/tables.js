// A table that fits needs no stop for the Tab key; one that has to be scrolled sideways keeps it.

export function fitTables(scope) {
  const fit = new ResizeObserver((entries) => {
    for (const { target } of entries) {
      target.tabIndex = target.scrollWidth > target.clientWidth ? 0 : -1;
    }
  });
  scope.querySelectorAll(".app-table").forEach((table) => fit.observe(table));
}
