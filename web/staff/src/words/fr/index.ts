import certificate from "./certificate.ts";
import consent from "./consent.ts";
import contact from "./contact.ts";
import dates from "./dates.ts";
import draft from "./draft.ts";
import erasure from "./erasure.ts";
import file from "./file.ts";
import grid from "./grid.ts";
import home from "./home.ts";
import person from "./person.ts";
import problem from "./problem.ts";
import search from "./search.ts";
import shell from "./shell.ts";

export default {
  certificate,
  consent,
  contact,
  dates,
  draft,
  erasure,
  file,
  grid,
  home,
  person,
  problem,
  search,
  shell,
};
