"use strict";
(() => {
  const table = document.getElementById("findings");
  if (!table) {
    return;
  }
  const gravest = ["critical", "warning", "info"];
  const body = table.tBodies[0];
  const rows = Array.from(body.rows);
  const form = document.getElementById("filters");
  const search = document.getElementById("search");
  const category = document.getElementById("category");
  const levels = Array.from(form.querySelectorAll("input[type=checkbox]"));
  const shown = document.getElementById("shown");
  const nothing = document.getElementById("nothing");
  const texts = new Map(rows.map((row) => [row, row.textContent.toLowerCase()]));

  const filter = () => {
    const words = search.value.toLowerCase().split(/\s+/).filter(Boolean);
    const wanted = new Set(levels.filter((box) => box.checked).map((box) => box.value));
    let count = 0;
    for (const row of rows) {
      const fits =
        wanted.has(row.dataset.severity) &&
        (category.value === "" || category.value === row.dataset.category) &&
        words.every((word) => texts.get(row).includes(word));
      row.hidden = !fits;
      count += fits ? 1 : 0;
    }
    shown.textContent =
      count === rows.length ? `${count} shown` : `${count} of ${rows.length} shown`;
    nothing.hidden = count > 0;
  };

  const key = (row, column) =>
    column === 0 ? gravest.indexOf(row.dataset.severity) : row.cells[column].textContent.trim().toLowerCase();

  const sort = (header, column) => {
    const down = header.getAttribute("aria-sort") === "ascending";
    const sign = down ? -1 : 1;
    for (const other of table.tHead.rows[0].cells) {
      other.removeAttribute("aria-sort");
    }
    header.setAttribute("aria-sort", down ? "descending" : "ascending");
    const sorted = rows.slice().sort((a, b) => {
      const left = key(a, column);
      const right = key(b, column);
      return typeof left === "number" ? sign * (left - right) : sign * left.localeCompare(right);
    });
    body.append(...sorted);
  };

  Array.from(table.tHead.rows[0].cells).forEach((header, column) => {
    const button = header.querySelector("button");
    if (button) {
      button.disabled = false;
      button.addEventListener("click", () => sort(header, column));
    }
  });
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("input", filter);
  form.hidden = false;
  filter();
})();
