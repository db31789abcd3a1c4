// The library’s script puts the focus on the first row, which then looks chosen,
// and takes the keyboard past the search field. Rows stay reachable by Tab.
// Queued behind that script’s own start.
django.jQuery(() => {
  const row = document.activeElement.closest("#result_list tr");
  if (row) {
    row.blur();
  }
});
