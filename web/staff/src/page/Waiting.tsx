import { Skeleton } from "@mantine/core";
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";

/** Loading: nothing for 150 ms, then grey lines, then, after 5 s, a sentence; the title of a page that has none yet. */
export function Waiting() {
  const { t } = useTranslation();
  const [stage, setStage] = useState<"blank" | "lines" | "slow">("blank");
  const [untitled, setUntitled] = useState(false);
  useEffect(() => {
    const lines = setTimeout(() => {
      setUntitled(document.querySelector("h1") === null);
      setStage("lines");
    }, 150);
    const slow = setTimeout(() => setStage("slow"), 5_000);
    return () => {
      clearTimeout(lines);
      clearTimeout(slow);
    };
  }, []);
  if (stage === "blank") {
    return null;
  }
  const Said = untitled ? "h1" : "span";
  return (
    <div role="status">
      <Said className="visually-hidden">{t("problem.loading")}</Said>
      {["60%", "95%", "88%", "72%"].map((width) => (
        <Skeleton key={width} height={18} width={width} mb="sm" radius="xs" />
      ))}
      {stage === "slow" && <p className="quiet">{t("problem.slow")}</p>}
    </div>
  );
}
