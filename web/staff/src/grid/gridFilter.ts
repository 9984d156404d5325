export interface GridFilter {
  year?: number;
  unit?: string;
}
