// "My own pay": picks one cell of the pay table that stands in the page already. Nothing is sent.
(() => {
  const choose = document.getElementById("pay-choose");
  const mine = document.getElementById("pay-mine");
  const posts = [...document.querySelectorAll("#pay details")];
  const [post, grade] = choose.querySelectorAll("select");
  const put = (select, names) => select.append(...names.map((name, n) => new Option(name, n)));
  const rows = () => [...posts[post.value].querySelectorAll(".grade")];
  const show = () => {
    mine.hidden = post.value === "" || grade.value === "";
    if (!mine.hidden) mine.firstElementChild.replaceChildren(rows()[grade.value].cloneNode(true));
  };
  post.addEventListener("change", () => {
    grade.length = 1;
    if (post.value !== "") put(grade, rows().map((row) => row.firstElementChild.textContent));
    show();
  });
  grade.addEventListener("change", show);
  put(post, posts.map((one) => one.firstElementChild.textContent));
  choose.hidden = false;
})();
