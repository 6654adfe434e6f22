# When something does not work: always a way on, never a technical word.
error-unexpected = Bei eis ass eppes schif gelaf. Probéiert et w.e.g. nach eng Kéier; de Menü ass hei drënner.
error-too-many-tries = Dat war ee Versuch ze vill. Waart w.e.g. eng Véierelstonn a probéiert et dann nach eng Kéier.
error-not-found = Dat hunn ech net fonnt. Hei ass de Menü:
error-link-expired = Dëse Link gouf scho benotzt oder ass ofgelaf. Dir kënnt Ären Akaf op ee vun dëse Weeër verknäppen:
error-stale = Dëst Knäppchen huet zu engem fréieren Ecran gehéiert. Hei ass deen aktuellen:
error-stale-alert = Dëst Knäppchen ass net méi aktuell. Ech maachen de Menü op.
error-busy-alert = Dat huet ze laang gedauert. Dréckt w.e.g. nach eng Kéier.
error-cut = … En Deel vum Text feelt hei, well e Message net méi laang däerf sinn.
flood-notice = Dat ware ganz vill Messagen op eemol. Soubal et e puer Sekonne roueg ass, liesen ech weider.
error-stale-begun-alert = Dëst Knäppchen ass net méi aktuell. Hei geet et weider, wou Dir waart.
error-stale-now-alert = Dëst Knäppchen ass net méi aktuell. Ech weisen, wéi et elo steet.
