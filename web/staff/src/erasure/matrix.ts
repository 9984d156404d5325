import type { Deadline, Reason } from "../api/types.ts";

/** Understands deadlines counted by rule and unit. */
export interface RuleLine {
  rule: string;
  label: string;
  /** What is done when its deadlines have passed; only what is to be erased is previewed. */
  action: string;
  total: number;
  byUnit: Map<string, number>;
}

export function byRule(deadlines: readonly Deadline[]): RuleLine[] {
  const lines = new Map<string, RuleLine>();
  for (const { rule, ruleLabel, action, unit } of deadlines) {
    const line = lines.get(rule) ?? {
      rule,
      label: ruleLabel,
      action,
      total: 0,
      byUnit: new Map(),
    };
    line.total += 1;
    line.byUnit.set(unit, (line.byUnit.get(unit) ?? 0) + 1);
    lines.set(rule, line);
  }
  return [...lines.values()].sort((a, b) => b.total - a.total);
}

export function unitsOf(lines: readonly RuleLine[]): string[] {
  return [...new Set(lines.flatMap((line) => [...line.byUnit.keys()]))].sort();
}

/** The reason that a rule's own deadline gives. */
export function reasonOf(rule: string): Reason {
  return rule === "consent-withdrawn" ? "consent-withdrawn" : "deadline";
}
