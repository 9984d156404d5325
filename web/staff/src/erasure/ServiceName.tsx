import { useTranslation } from "react-i18next";

/** A service as administrators name it; an integrator's client id as it is. */
export function ServiceName({ code }: { code: string }) {
  const { t, i18n } = useTranslation();
  return i18n.exists(`erasure.follow.services.${code}`)
    ? t(`erasure.follow.services.${code as "integrator"}`)
    : code;
}
