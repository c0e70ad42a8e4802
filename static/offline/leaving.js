// For the ordinary pages of somebody who also works in the field.

import { setting } from "./store.js";
import { useWords } from "./words.js";
import { watchSignOut } from "./sign-out.js";

watchSignOut();
setting("words").then(useWords).catch(() => null);
