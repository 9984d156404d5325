/** Understands when a household can become two: somebody goes, somebody stays, on a day that has come. */
interface Split {
  going: readonly string[];
  present: number;
  on: string;
  today: string;
}

export interface SplitTrouble {
  who?: "nobodyGoes" | "nobodyStays";
  on?: "dateMissing" | "dateAhead";
}

export function troubleInSplit({ going, present, on, today }: Split): SplitTrouble {
  return {
    ...(going.length === 0 ? { who: "nobodyGoes" as const } : {}),
    ...(going.length === present ? { who: "nobodyStays" as const } : {}),
    ...(on === "" ? { on: "dateMissing" as const } : {}),
    ...(on > today ? { on: "dateAhead" as const } : {}),
  };
}
