import {
  ActivityReportBody,
  FiledReportBody,
  FinancialReportBody,
  IndicatorsBody,
  ReportReturnBody,
  ReportReviewBody,
} from './report-bodies.js';
import { actsController } from '../api/acts-controller.js';
import { ActBody } from '../api/body.js';
import { DatedBody, ReasonBody } from '../api/bodies.js';
import { Attachment, Euros, Name, OneOf, Reference } from '../api/fields.js';
import { BicField, IbanField } from '../api/identifier-fields.js';
import type { PaymentRejection } from '../domain/funded-year/slice.js';
import { VOCABULARY } from '../domain/dossier/vocabulary.js';

class ClaimBody extends ActBody {
  @IbanField({ description: 'IBAN du bénéficiaire', example: 'FR7630006000011234567890189' })
  iban!: string;

  @BicField({ description: 'BIC', optional: true, example: 'AGRIFRPP' })
  bic?: string;

  @Name({ description: 'Titulaire du compte', example: 'Association fictive du pôle (démonstration)' })
  accountHolder!: string;
}

class LiquidationBody extends ActBody {
  @Euros({ description: 'Montant liquidé, en euros', example: '24500.00' })
  amount!: string;
}

class PaymentOrderBody extends ActBody {
  @Reference({ description: 'Numéro du mandat', example: '2027-1042' })
  order!: string;

  @Attachment('Le mandat')
  attachment?: string;
}

class PaymentBody extends ActBody {
  @Euros({ description: 'Montant payé, en euros', example: '24500.00' })
  amount!: string;
}

class PaymentRejectionBody extends ActBody {
  @OneOf(VOCABULARY.paymentRejection, { description: 'Motif du rejet par le comptable' })
  reason!: PaymentRejection;
}

export const FundedYearController = actsController('funded-year', 'Exercices et versements', {
  'claim-instalment': ClaimBody,
  'prepare-liquidation': LiquidationBody,
  'validate-liquidation': DatedBody,
  'return-liquidation': ReasonBody,
  'record-payment-order': PaymentOrderBody,
  'record-payment': PaymentBody,
  'record-payment-rejection': PaymentRejectionBody,
  'file-activity-report': ActivityReportBody,
  'file-indicators': IndicatorsBody,
  'file-financial-report': FinancialReportBody,
  'file-accounts': FiledReportBody,
  'review-report': ReportReviewBody,
  'return-report': ReportReturnBody,
  'reopen-report': ReasonBody,
  'accept-report': DatedBody,
});
