/** What the export module takes in. Plain data, so that any tool can make it and a test can read it. */

/** One cell. Text is always written as text; a Date is a day (its UTC date); null is an empty cell. */
export type Verdi = string | number | boolean | Date | null;

/** One column of a sheet. `bredde` is in characters; without it the width follows the content. */
export interface Kolonne {
  navn: string;
  bredde?: number;
  /** How numbers are shown, as Excel writes it: '#,##0' (the default for whole numbers), '0.00', '0 %'. */
  tallformat?: string;
}

/** One sheet: a header row and rows of cells in the order of the columns. */
export interface Ark {
  /** Shown on the tab. Cut to Excel's 31 characters, and made different from the others. */
  navn: string;
  kolonner: readonly Kolonne[];
  rader: readonly (readonly Verdi[])[];
}

/** A workbook. `om` becomes a last sheet, «Om fila»: where it comes from, licence, date. */
export interface Bok {
  ark: readonly Ark[];
  om?: readonly (readonly [navn: string, verdi: string])[];
}

/** A piece of running text. */
export interface Tekstbit {
  tekst: string;
  fet?: boolean;
  kursiv?: boolean;
  /** Full web or mail address; anything else is written as plain text. */
  lenke?: string;
}

/** Running text: a string, or pieces with their own look. A line break in the text is a line break on the paper. */
export type Tekst = string | readonly (string | Tekstbit)[];

export type Blokk =
  | { slags: 'overskrift'; niva: 1 | 2 | 3 | 4; tekst: string }
  | { slags: 'avsnitt'; tekst: Tekst }
  | { slags: 'liste'; punkter: readonly Tekst[]; nummerert?: boolean }
  | {
      slags: 'tabell';
      /** Stands above the table. */
      tittel?: string;
      kolonner: readonly string[];
      rader: readonly (readonly Verdi[])[];
      /** Share of the width for each column; without it they follow the content. */
      bredder?: readonly number[];
    }
  /** A PNG, as `tilPng` makes it. `bredde` and `hoyde` in pixels on screen; it is made smaller if wider than the page. */
  | { slags: 'bilde'; png: Blob; bredde: number; hoyde: number; alternativtekst: string }
  | { slags: 'sideskift' };

/** A Word document in bokmål, A4. */
export interface Dokument {
  tittel: string;
  undertittel?: string;
  blokker: readonly Blokk[];
  /** A contents list after the title, from headings of level 1 and 2. */
  innhold?: boolean;
  /** Landscape, for wide tables. */
  liggende?: boolean;
  /** Stands small at the foot of each page, before the page number: name of the site, address. */
  bunntekst?: string;
}
