import { useNavigate } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { type Command, useOffer, useRunOnceOffered } from "../shell/commands.tsx";
import { writersFor } from "./writers.ts";

interface Props {
  fileId: string;
  closed: boolean;
  /** Whether the file is open by an exceptional access. */
  exceptional: boolean;
}

/** On a file's other pages, the keys of its first page lead there and then do what they do there. */
export function KeysFromElsewhere({ fileId, closed, exceptional }: Props) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const runOnceOffered = useRunOnceOffered();

  const reading = [
    { id: "next", label: t("file.next"), press: "j" },
    { id: "previous", label: t("file.previous"), press: "k" },
  ];
  const writing = [
    ...writersFor(exceptional).map(({ kind, write }) => ({
      id: `write-${kind}`,
      label: t(`file.write.${kind}`),
      ...(write.press ? { press: write.press } : {}),
    })),
    ...(exceptional ? [] : [{ id: "codes", label: t("contact.codes.open"), press: "c" }]),
  ];

  useOffer(
    (closed ? reading : [...writing, ...reading]).map(
      (command): Command => ({
        ...command,
        id: `first-page-${command.id}`,
        scope: "page",
        inPalette: true,
        run: () => {
          runOnceOffered(command.id);
          navigate({ to: "/files/$fileId", params: { fileId } });
        },
      }),
    ),
  );
  return null;
}
