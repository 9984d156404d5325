import { expect, it } from "vitest";
import { carry, takeCarried, whenCarried } from "./sought.ts";

it("is taken once by who comes, and begins anew for who comes later", () => {
  carry("Rosalba Martin");

  expect(takeCarried()).toBe("Rosalba Martin");
  expect(takeCarried()).toBe("");
});

it("is heard at once by who is there already, and left for nobody else", () => {
  const heard: string[] = [];
  const leave = whenCarried((text) => heard.push(text));
  carry("Rosalba Martin");
  leave();

  expect(heard).toEqual(["Rosalba Martin"]);
  expect(takeCarried()).toBe("");
  carry("Luc Saint-Jean");
  expect(heard).toHaveLength(1);
  expect(takeCarried()).toBe("Luc Saint-Jean");
});
