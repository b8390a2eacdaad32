/** The measure on which a body is invited to present its observations: that which the Région would take against it. */
export const OBSERVATION_MATTERS = ['termination', 'recovery', 'withdrawal', 'abrogation', 'commitment'] as const;
export type ObservationMatter = (typeof OBSERVATION_MATTERS)[number];
