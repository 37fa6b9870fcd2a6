// What the tests of the demonstration site name.
export const LANGUAGES = { en: "English", fr: "Français", es: "Español" };
export const LIST = { en: "/en/submissions", fr: "/fr/communications", es: "/es/peticiones" };
export const CASE = "SEM-21-001";
