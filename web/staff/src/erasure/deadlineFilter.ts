export interface DeadlineFilter {
  until?: string;
  rule?: string;
  unit?: string;
}
