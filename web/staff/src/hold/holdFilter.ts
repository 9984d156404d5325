/** What the address of the page says: whom to hold, and whether what is over is shown. */
export interface HoldFilter {
  person?: string;
  released?: boolean;
}
