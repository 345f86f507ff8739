import type { AnyDialog } from '../dialog.ts';
import { addGroupDialog } from './add-group.ts';
import { addLocationDialog } from './add-location.ts';
import { changeGroupDialog } from './change-group.ts';
import { changeLocationDialog } from './change-location.ts';
import { changeRoleDialog } from './change-role.ts';
import { changesDialog } from './changes.ts';
import { adminDialog } from './manage.ts';
import { addNeighbourhoodDialog, changeNeighbourhoodDialog } from './neighbourhoods.ts';
import { addOrganisationDialog, changeOrganisationDialog } from './organisations.ts';
import { revokeRoleDialog } from './revoke-role.ts';
import { rolesDialog } from './roles.ts';
import { addSchoolDialog, changeSchoolDialog } from './schools.ts';
import { targetDialog } from './target.ts';
import { vePlacesDialog } from './ve-places.ts';

/** The administration of officials; only the first stands on the main menu. */
export const ADMIN_DIALOGS: readonly AnyDialog[] = [
  adminDialog, addLocationDialog, changeLocationDialog, addGroupDialog, changeGroupDialog, vePlacesDialog, targetDialog,
  addOrganisationDialog, changeOrganisationDialog, addSchoolDialog, changeSchoolDialog, addNeighbourhoodDialog, changeNeighbourhoodDialog,
  rolesDialog, revokeRoleDialog, changeRoleDialog, changesDialog,
];
