// Registrations for the harness's page.
import {
  createRegistrationModel,
  type RegistrationSource,
  registrationStyles,
  WarrantyRegistration,
} from '../src/warranty-registration/index.ts';
import { createLaterModel } from '../src/warranty-registration/later.model.ts';
import { sampleStates } from '../src/warranty-registration/sample-states.ts';
import { laterScreens } from '../src/warranty-registration/steps/index.ts';
import { galleryWidget, never, silent, still } from './gallery-widget.tsx';

/** Registering what was bought. */
export const registration = galleryWidget(
  'registration',
  registrationStyles,
  sampleStates,
  (state, look, name) => {
    const model = createRegistrationModel({
      source: silent<RegistrationSource>(),
      later: async () => createLaterModel,
      restore: {
        state,
        session: { token: 't', expiresAt: '2026-11-25T15:00:00.000Z', orderId: `ord_${'1'.repeat(32)}` },
      },
      environment: still(name !== 'offline'),
    });
    const later = async () => ({ screens: laterScreens });
    return { model, view: <WarrantyRegistration model={model} {...look} later={later} claims={never} /> };
  },
);
