import { type ComboboxItem, MultiSelect, type OptionsFilter } from "@mantine/core";
import type { Ref } from "react";
import { useTranslation } from "react-i18next";
import type { CodedItem } from "../api/types.ts";
import styles from "./contact.module.css";
import { meant, useNomenclature } from "./nomenclature.ts";

const MOST = 12;

interface Props {
  codes: string[];
  onChange: (codes: string[]) => void;
  ref: Ref<HTMLInputElement>;
}

/** Codes by catalogue search, one keystroke each, never by a wall of boxes. */
export function CodesField({ codes, onChange, ref }: Props) {
  const { t } = useTranslation();
  const catalogue = useNomenclature();
  const byCode = new Map(catalogue.map((item) => [item.code, item]));
  return (
    <MultiSelect
      ref={ref}
      id="contact-codes"
      label={t("contact.codes.title")}
      description={t("contact.codes.help")}
      placeholder={codes.length === 0 ? t("contact.codes.placeholder") : ""}
      size="md"
      className={styles.codesField}
      classNames={{ pill: "personal" }}
      data={catalogue.map((item) => ({ value: item.code, label: item.label }))}
      value={codes}
      onChange={onChange}
      searchable
      hidePickedOptions
      clearSearchOnChange
      selectFirstOptionOnChange
      limit={MOST}
      filter={filterBy(byCode)}
      renderOption={({ option }) => <CodeOption item={byCode.get(option.value)} />}
      nothingFoundMessage={t("contact.codes.none")}
      comboboxProps={{ withinPortal: false }}
    />
  );
}

function filterBy(byCode: Map<string, CodedItem>): OptionsFilter {
  return ({ options, search }) =>
    (options as ComboboxItem[]).filter((option) => {
      const item = byCode.get(option.value);
      return item !== undefined && meant(search, item);
    });
}

function CodeOption({ item }: { item: CodedItem | undefined }) {
  return (
    item && (
      <span className={styles.codeOption}>
        <span>{item.label}</span>
        <span className="quiet">
          {item.areaLabel}, {item.code}
        </span>
      </span>
    )
  );
}
