import { type ReactNode, useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import { takeArrival } from "./arrival.ts";

/** The page's one h1; takes the focus after a change of page. The window's title never holds a name. */
export function PageTitle({ children, windowTitle }: { children: ReactNode; windowTitle?: string }) {
  const { t } = useTranslation();
  const heading = useRef<HTMLHeadingElement>(null);
  const title = windowTitle ?? (typeof children === "string" ? children : undefined);
  useEffect(() => {
    document.title = title ? `${title} · ${t("shell.titleSuffix")}` : t("shell.titleSuffix");
  }, [title, t]);
  useEffect(() => {
    if (takeArrival()) {
      heading.current?.focus();
    }
  }, []);
  return (
    <h1 ref={heading} tabIndex={-1}>
      {children}
    </h1>
  );
}
