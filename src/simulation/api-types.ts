// Written from docs/openapi.json by `npm run docs:api-types`: do not edit.
import type { CivilDate } from '../domain/kernel/civil-date.js';

export interface paths {
    "/api/poles": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["list-poles"];
        put?: never;
        post: operations["declare-initiative"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/poles.csv": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["list-poles-csv"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/poles/names": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["pole-names"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/poles/{poleId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["read-pole"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/poles/{poleId}/timeline": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["read-timeline"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/poles/{poleId}/people": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["read-pole-people"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/poles/{poleId}/acts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["read-pole-acts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/poles/{poleId}/bank-details-readings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["read-bank-details"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/access-log": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["read-access-log"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/poles/{poleId}/local-groups": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["form-local-group"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/poles/{poleId}/council-designations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["designate-council"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/poles/{poleId}/labellings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["label-pole"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/poles/{poleId}/study-grant-requests": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["request-study-grant"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/poles/{poleId}/study-skips": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["skip-study"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/poles/{poleId}/study-deliveries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["deliver-study"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/poles/{poleId}/study-reviews": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["review-study"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/poles/{poleId}/council-opinions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["give-opinion"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/poles/{poleId}/passed-over-opinions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["pass-over-opinion"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/poles/{poleId}/opinion-waivers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["waive-opinion"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/poles/{poleId}/revised-projects": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["file-revised-project"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/poles/{poleId}/cress-meetings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["hold-cress-meeting"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/poles/{poleId}/legitimation-notes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["write-legitimation-note"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/conventions/{awardId}/successor-notes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["examine-successor"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/poles/{poleId}/grant-requests": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["request-grant"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/conventions/{awardId}/year-grant-requests": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["request-year-grant"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/conventions/{awardId}/amendments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["request-amendment"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/awards/{awardId}/acknowledgements": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["acknowledge-request"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/awards/{awardId}/piece-demands": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["demand-pieces"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/awards/{awardId}/piece-deliveries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["deliver-pieces"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/awards/{awardId}/instruction-reports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["report-instruction"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/awards/{awardId}/agenda-entries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["enter-agenda"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/awards/{awardId}/votes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["record-vote"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/awards/{awardId}/transmissions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["transmit-deliberation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/awards/{awardId}/legality-letters": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["record-legality-letter"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/awards/{awardId}/legality-answers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["answer-legality-letter"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/awards/{awardId}/court-decisions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["record-court-decision"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/awards/{awardId}/deliberation-publications": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["publish-deliberation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/awards/{awardId}/grant-notifications": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["notify-grant"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/awards/{awardId}/refusal-notifications": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["notify-refusal"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/conventions/{awardId}/signatures": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["sign-convention"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/conventions/{awardId}/notifications": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["notify-convention"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/awards/{awardId}/publications": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["publish-essential-data"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/conventions/{awardId}/lapses": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["lapse-amendment"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/awards/{awardId}/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["preview-amendment"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/poles/{poleId}/posts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["open-post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/poles/{poleId}/posts/{post}/hirings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["fill-post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/poles/{poleId}/posts/{post}/vacancies": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["vacate-post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/poles/{poleId}/posts/{post}/ends": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["end-post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/awards/{awardId}/contributions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["seek-cofunding"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/poles/{poleId}/contributions/{contribution}/decisions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["record-cofunding-decision"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/poles/{poleId}/contributions/{contribution}/reductions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["reduce-cofunding"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/conventions/{awardId}/years/{year}/instalments/{number}/claims": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["claim-instalment"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/conventions/{awardId}/years/{year}/instalments/{number}/liquidations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["prepare-liquidation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/conventions/{awardId}/years/{year}/instalments/{number}/liquidation-validations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["validate-liquidation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/conventions/{awardId}/years/{year}/instalments/{number}/liquidation-returns": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["return-liquidation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/conventions/{awardId}/years/{year}/instalments/{number}/payment-orders": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["record-payment-order"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/conventions/{awardId}/years/{year}/instalments/{number}/payments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["record-payment"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/conventions/{awardId}/years/{year}/instalments/{number}/payment-rejections": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["record-payment-rejection"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/conventions/{awardId}/years/{year}/activity-reports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["file-activity-report"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/conventions/{awardId}/years/{year}/indicators": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["file-indicators"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/conventions/{awardId}/years/{year}/financial-reports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["file-financial-report"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/conventions/{awardId}/years/{year}/approved-accounts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["file-accounts"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/conventions/{awardId}/years/{year}/reports/{report}/reviews": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["review-report"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/conventions/{awardId}/years/{year}/reports/{report}/returns": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["return-report"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/conventions/{awardId}/years/{year}/reports/{report}/reopenings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["reopen-report"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/conventions/{awardId}/years/{year}/reports/{report}/acceptances": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["accept-report"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/campaigns/{year}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["campaign"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/instalments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["list-instalments"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/instalments.csv": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["list-instalments-csv"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/reports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["list-reports"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/reports.csv": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["list-reports-csv"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/poles/{poleId}/suspensions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["suspend-dossier"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/poles/{poleId}/resumptions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["resume-dossier"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/conventions/{awardId}/final-evaluations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["record-final-evaluation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/poles/{poleId}/renewal-requests": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["request-renewal"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/conventions/{awardId}/former-carrier-accounts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["settle-former-carrier"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/conventions/{awardId}/observation-invitations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["invite-observations"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/conventions/{awardId}/observations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["present-observations"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/poles/{poleId}/withdrawals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["withdraw-project"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/poles/{poleId}/withdrawal-acknowledgements": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["acknowledge-withdrawal"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/poles/{poleId}/abandonments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["abandon-pole"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/poles/{poleId}/region-terminations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["terminate-by-region"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/conventions/{awardId}/formal-notices": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["give-formal-notice"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/conventions/{awardId}/grant-revocations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["revoke-grant"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/conventions/{awardId}/commitment-withdrawals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["withdraw-for-commitment"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/conventions/{awardId}/grant-abrogations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["abrogate-grant"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/conventions/{awardId}/settlements": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["settle-cycle"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/conventions/{awardId}/recovery-orders": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["record-recovery-order"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/conventions/{awardId}/recoveries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["record-recovery"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/conventions/{awardId}/recovery-waivers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["waive-recovery"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/poles/{poleId}/closures": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["close-dossier"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/poles/{poleId}/overrides": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["override-block"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/poles/{poleId}/retractions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["retract-fact"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/poles/{poleId}/represented-body-rectifications": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["rectify-represented-body"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/poles/{poleId}/not-applicable-steps": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["mark-step-not-applicable"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/obligations/{obligationId}/reminders": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["remind-debtor"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/obligations/{obligationId}/extension-requests": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["request-extension"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/obligations/{obligationId}/extensions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["grant-extension"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/obligations/{obligationId}/extension-refusals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["refuse-extension"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/obligations/{obligationId}/waivers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["waive-obligation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/poles/{poleId}/ladders": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["apply-ladders"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/poles/{poleId}/referents": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["assign-referent"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/me/obligations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["my-obligations"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/me/desk": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["my-desk"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/me/requests": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["my-requests"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/obligations/{obligationId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["read-obligation"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/poles/{poleId}/attached-documents": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["attach-document"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/poles/{poleId}/documents": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["read-documents"];
        put?: never;
        post: operations["deposit-document"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/poles/{poleId}/documents/{hash}/content": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["read-document"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/me/calendar": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["make-calendar"];
        delete: operations["revoke-calendar"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/me/followed-poles": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["followed-poles"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/me/followed-poles/{poleId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put: operations["follow-pole"];
        post?: never;
        delete: operations["leave-pole"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/contacts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["list-contacts"];
        put?: never;
        post: operations["add-contact"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/contacts/{contactId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch: operations["change-contact"];
        trace?: never;
    };
    "/api/contacts/{contactId}/restorations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["restore-address"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/contacts/{contactId}/preferences": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["set-preference"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/contacts/{contactId}/absences": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["add-absence"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/contacts/{contactId}/absences/{absenceId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete: operations["end-absence"];
        options?: never;
        head?: never;
        patch: operations["change-absence"];
        trace?: never;
    };
    "/api/me/contacts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["my-contacts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/poles/{poleId}/ladders/{ladders}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["preview-ladders"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/forecast": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["forecast"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/reminders/usefulness": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["reminders-usefulness"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/reminders/reconciliation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["reminders-reconciliation"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/notices/templates": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["list-templates"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/notices/templates/{name}/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["preview-template"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/bounces": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["note-bounce"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tasks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["list-tasks"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tasks/{taskId}/closing": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["close-task"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/pays": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["list-pays"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/pays/contours": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["pays-contours"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/rights": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["list-rights"];
        put?: never;
        post: operations["give-right"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/rights/{rightId}/endings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["end-right"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/bodies/{siret}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["read-body"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/bodies/{siret}/names": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["name-body"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/reglements": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["list-reglements"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/reglements/{reglementId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["read-reglement"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/reglements/{reglementId}/changes/{otherId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["compare-reglements"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/reference-documents": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["list-reference-documents"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/ladder-sets": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["list-ladder-sets"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/clock": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["read-clock"];
        put?: never;
        post: operations["step-clock"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/clock/stops": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["stop-clock"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/calendars/{file}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["read-calendar"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        NamedPaysAnswer: {
            code: string;
            name: string;
        };
        NamedBodyAnswer: {
            siret: string;
            name: string | null;
        };
        NamedPersonAnswer: {
            account: string;
            name: string | null;
        };
        NextDueAnswer: {
            id: string;
            kind: string;
            label: string;
            due: CivilDate;
            daysLate: number;
            from: string | null;
        };
        PoleAmountsAnswer: {
            voted: string;
            due: string;
            paid: string;
            held: string;
        };
        PoleCardAnswer: {
            poleId: string;
            name: string;
            paysCodes: string[];
            pays: components["schemas"]["NamedPaysAnswer"][];
            stage: "initiative" | "preparation" | "instruction" | "decision" | "signature" | "payment" | "running" | "settlement" | "suspended" | "refused" | "withdrawn" | "abandoned" | "terminated" | "revoked" | "abrogated" | "closed";
            stageLabel: string;
            budgetYear: number | null;
            held: boolean | null;
            bodies: string[];
            carrier: components["schemas"]["NamedBodyAnswer"] | null;
            referent: components["schemas"]["NamedPersonAnswer"] | null;
            nextDue: components["schemas"]["NextDueAnswer"] | null;
            lateCount: number | null;
            amounts: components["schemas"]["PoleAmountsAnswer"] | null;
            declaredOn: CivilDate;
        };
        PoleListAnswer: {
            items: components["schemas"]["PoleCardAnswer"][];
            next: string | null;
            total: number;
            late: number;
            held: number;
            amounts: components["schemas"]["PoleAmountsAnswer"];
        };
        LiftingActAnswer: {
            act: string;
            label: string;
        };
        FaultAnswer: {
            code: string;
            detail: string;
            pointer?: string;
            source?: string;
            liftedBy?: components["schemas"]["LiftingActAnswer"];
        };
        MeanwhileAnswer: {
            label: string;
            by: string;
            role: string;
            recordedAt: string;
        };
        ProblemAnswer: {
            type: string;
            title: string;
            status: number;
            detail: string;
            instance: string;
            traceId: string;
            errors?: components["schemas"]["FaultAnswer"][];
            version?: number;
            decidedMeanwhile?: components["schemas"]["MeanwhileAnswer"][];
        };
        NamedAwardAnswer: {
            id: string;
            kind: "study" | "convention" | "year" | "amendment";
        };
        NamedExerciseAnswer: {
            year: number;
            from: CivilDate;
            to: CivilDate;
        };
        NamedInstalmentAnswer: {
            number: number;
            kind: "advance" | "balance";
            amount: string;
        };
        NamedObjectAnswer: {
            label: string;
            award: components["schemas"]["NamedAwardAnswer"] | null;
            exercise: components["schemas"]["NamedExerciseAnswer"] | null;
            instalment: components["schemas"]["NamedInstalmentAnswer"] | null;
            report: "activity-report" | "indicators" | "financial-report" | "approved-accounts" | null;
            post: number | null;
            contribution: number | null;
        };
        PrivateTextAnswer: {
            name: string;
            purpose: "body-name" | "reason" | "opinion" | "analysis" | "project" | "convention-text" | "correction" | "advice" | "internal-note" | "observations" | "elected-member" | "signatory" | "iban" | "bank-details" | "document-title";
            label: string;
            text: string;
            masked: boolean;
        };
        TimelineLineAnswer: {
            id: string;
            type: string;
            label: string;
            object: components["schemas"]["NamedObjectAnswer"] | null;
            machine: boolean;
            date: CivilDate;
            datePrecision: "day" | "month" | "year";
            when: string;
            recordedAt: string;
            act: string;
            by: string;
            as: "instructor" | "manager" | "finance" | "adviser" | "council" | "carrier" | "cofunder" | "auditor" | "admin" | "engine";
            onBehalfOf: string | null;
            formerlyOnBehalfOf?: string | null;
            insteadOf: string | null;
            reglement: string;
            retracts: string | null;
            version: number | null;
            data: {
                [key: string]: unknown;
            };
            texts: components["schemas"]["PrivateTextAnswer"][];
            sequence: number;
            sentence: string;
        };
        UnreadableLineAnswer: {
            sequence: number;
            id: string;
            type: string;
            label: "Entrée illisible";
            sentence: string;
            unreadable: string;
            date: CivilDate;
            recordedAt: string;
            act: string;
            by: string;
            as: "instructor" | "manager" | "finance" | "adviser" | "council" | "carrier" | "cofunder" | "auditor" | "admin" | "engine";
            reglement: string;
            retracts: string | null;
            version: number | null;
        };
        EvaluationAnswer: {
            outcome: "favourable" | "with-reserves" | "unfavourable";
            on: CivilDate;
        };
        ObservationsAnswer: {
            award: string;
            matter: "termination" | "recovery" | "withdrawal" | "abrogation" | "commitment";
            rank: number;
            event: string;
            grounds: string[];
            amount: string | null;
            sanction: boolean;
            invitedOn: CivilDate;
            term: CivilDate;
            endedOn: CivilDate | null;
            usedOn: CivilDate | null;
        };
        RecoveryAnswer: {
            rank: number;
            status: "none" | "claimed" | "ordered" | "collected" | "waived";
            amount: string;
            since: CivilDate;
            order: string | null;
            returnBy: CivilDate | null;
            claimedBefore: string;
            hearing: string | null;
        };
        SuccessorAnswer: {
            round: number;
            conclusion: "legitimate" | "not-yet";
            on: CivilDate;
        };
        NamedPoleAnswer: {
            id: string;
            name: string;
        };
        PoleNamesAnswer: {
            items: components["schemas"]["NamedPoleAnswer"][];
        };
        StageAnswer: {
            code: string;
            label: string;
        };
        ReglementAnswer: {
            id: string;
            label: string;
            status: "adopted" | "to-confirm";
        };
        ReferentAnswer: {
            referent: string | null;
            second: string | null;
            manager: string | null;
        };
        LabellingAnswer: {
            on: CivilDate;
            reference: string;
        };
        InitiativeAnswer: {
            status: "none" | "declared";
            paysCodes: string[];
            initiator: "ess-actors" | "local-authority" | "pays" | null;
            declaredOn: CivilDate | null;
            group: string | null;
            groupFormedOn: CivilDate | null;
            councilDesignatedOn: CivilDate | null;
            labelled: components["schemas"]["LabellingAnswer"] | null;
        };
        StudyAnswer: {
            status: "undecided" | "skipped" | "commissioned" | "refused" | "delivered" | "to-complete" | "validated";
            attempt: number;
            award: string | null;
            bearer: string | null;
            round: number;
            commissionedOn: CivilDate | null;
            skippedOn: CivilDate | null;
            deliveredOn: CivilDate | null;
            sentBackOn: CivilDate | null;
            validatedOn: CivilDate | null;
        };
        CouncilOpinionAnswer: {
            status: "awaited" | "favourable" | "with-reserves" | "unfavourable" | "passed-over" | "waived";
            round: number;
            outcomeOn: CivilDate | null;
            revisedOn: CivilDate | null;
        };
        LegitimationAnswer: {
            status: "open" | "accompanied" | "legitimate" | "not-yet";
            meetings: number;
            firstMeetingOn: CivilDate | null;
            round: number;
            noteOn: CivilDate | null;
            carrier: string | null;
            successors: {
                [key: string]: components["schemas"]["SuccessorAnswer"];
            };
        };
        RegionServiceAnswer: {
            name: string;
            address: string;
            email: string;
            phone: string;
        };
        AcknowledgementAnswer: {
            on: CivilDate | null;
            receivedOn: CivilDate;
            service: components["schemas"]["RegionServiceAnswer"];
            silenceRejectsAfter: CivilDate | null;
            provided: string;
            appeals: string[];
        };
        ApplicantAnswer: {
            siret: string;
            name: string | null;
        };
        PeriodAnswer: {
            from: CivilDate;
            to: CivilDate;
        };
        AmountChangeAnswer: {
            from: string;
            to: string;
        };
        YearsChangeAnswer: {
            from: number;
            to: number;
        };
        ScheduledInstalmentAnswer: {
            year: number;
            number: number;
            amount: string;
        };
        CarrierChangeAnswer: {
            from: string;
            to: string;
        };
        DocumentChangeAnswer: {
            from: string | null;
            to: string;
        };
        AmendmentChangesAnswer: {
            amount?: components["schemas"]["AmountChangeAnswer"];
            years?: components["schemas"]["YearsChangeAnswer"];
            schedule?: components["schemas"]["ScheduledInstalmentAnswer"][];
            carrier?: components["schemas"]["CarrierChangeAnswer"];
            referenceDocument?: components["schemas"]["DocumentChangeAnswer"];
        };
        PieceDemandAnswer: {
            number: number;
            pieces: string[];
            missing: string[];
            on: CivilDate;
            term: CivilDate;
            endedOn: CivilDate | null;
            termEnded: string | null;
        };
        AgendaAnswer: {
            enteredOn: CivilDate;
            organ: "assembly" | "permanent-commission" | null;
            sessionOn: CivilDate;
            textHash: string;
        };
        CouncilDelegationAnswer: {
            number: string;
            on: CivilDate;
        };
        AsideAnswer: {
            member: number;
            ground: "own-interest" | "mandate-by-law" | "mandate-other";
            absentFromRoom: boolean;
        };
        PartTakenAnswer: {
            member: number;
            part: "reporter" | "speaker" | "voter" | "proxy-giver" | "proxy-holder";
        };
        VoteAnswer: {
            outcome: "adopted" | "amended" | "adjourned" | "rejected";
            on: CivilDate;
            number: string;
            organ: "assembly" | "permanent-commission" | null;
            sessionOn: CivilDate | null;
            members: number | null;
            present: number | null;
            represented: number | null;
            voters: number | null;
            votesFor: number | null;
            votesAgainst: number | null;
            abstentions: number | null;
            unanimous: boolean;
            ballot: "ordinary" | "public" | "secret";
            castingVote: "for" | "against" | null;
            firstMeetingOn: CivilDate | null;
            delegation: components["schemas"]["CouncilDelegationAnswer"] | null;
            separateVote: boolean;
            aside: components["schemas"]["AsideAnswer"][];
            parts: components["schemas"]["PartTakenAnswer"][];
            amount: string | null;
            textHash: string;
            conventionRequired: boolean;
        };
        LegalityReplyAnswer: {
            kind: "pieces-received" | "answered" | "refused";
            on: CivilDate;
        };
        LegalityLetterAnswer: {
            nature: "information" | "completion" | "gracious-appeal" | "referral" | "closing";
            reference: string;
            on: CivilDate;
            answer: components["schemas"]["LegalityReplyAnswer"] | null;
        };
        CourtDecisionAnswer: {
            kind: "suspended" | "suspension-refused" | "suspension-lifted" | "annulled" | "dismissed" | "non-lieu" | "withdrawn";
            reference: string;
            on: CivilDate;
        };
        LegalityAnswer: {
            letters: components["schemas"]["LegalityLetterAnswer"][];
            decisions: components["schemas"]["CourtDecisionAnswer"][];
            lastDay: CivilDate | null;
            termEndedOn: CivilDate | null;
        };
        CommitmentAnswer: {
            kind: "signed" | "deemed" | "not-applicable";
            signedOn?: CivilDate;
            ground?: "agreement" | "public-interest";
            reference?: string;
            nature?: "epci" | "gip" | "public-body" | "cooperative" | "company";
        };
        SignatureDelegationAnswer: {
            reference: string;
            from: CivilDate;
            to: CivilDate | null;
        };
        ConventionNeedAnswer: {
            time: number;
            since: CivilDate;
            endedOn: CivilDate | null;
            civilYear: number;
            total: string;
        };
        AwardAnswer: {
            id: string;
            kind: "study" | "convention" | "year" | "amendment";
            cycle: number;
            status: "requested" | "incomplete" | "instructed" | "on-agenda" | "adjourned" | "rejected" | "adopted" | "executory" | "in-force" | "ended" | "settled" | "lapsed";
            reglement: components["schemas"]["ReglementAnswer"];
            requestedBy: "carrier" | "region";
            channel: "electronic" | "paper";
            pieces: string[];
            knownPieces: string[];
            missingPieces: string[];
            acknowledgement: components["schemas"]["AcknowledgementAnswer"] | null;
            applicant: components["schemas"]["ApplicantAnswer"];
            requested: string;
            granted: string | null;
            budget: string | null;
            yearlyForecast: string | null;
            years: number;
            period: components["schemas"]["PeriodAnswer"];
            parent: string | null;
            year: number | null;
            referenceDocument: string | null;
            changes: components["schemas"]["AmendmentChangesAnswer"] | null;
            amendments: number;
            formerApplicants: string[];
            round: number;
            demands: components["schemas"]["PieceDemandAnswer"][];
            agenda: components["schemas"]["AgendaAnswer"] | null;
            vote: components["schemas"]["VoteAnswer"] | null;
            alerts: components["schemas"]["FaultAnswer"][];
            legality: components["schemas"]["LegalityAnswer"];
            commitment: components["schemas"]["CommitmentAnswer"] | null;
            receivedOn: CivilDate;
            receivedElsewhereOn: CivilDate | null;
            acknowledgedOn: CivilDate | null;
            instructedOn: CivilDate | null;
            adjournedOn: CivilDate | null;
            implicitlyRejectedOn: CivilDate | null;
            transmittedOn: CivilDate | null;
            deliberationPublishedOn: CivilDate | null;
            executoryOn: CivilDate | null;
            grantNotifiedOn: CivilDate | null;
            refusalNotifiedOn: CivilDate | null;
            carrierSignedOn: CivilDate | null;
            regionSignedOn: CivilDate | null;
            signatureDelegation: components["schemas"]["SignatureDelegationAnswer"] | null;
            conventionNotifiedOn: CivilDate | null;
            dataPublishedOn: CivilDate | null;
            conventionNeed: components["schemas"]["ConventionNeedAnswer"] | null;
            endedOn: CivilDate | null;
            settledOn: CivilDate | null;
        };
        InstalmentAnswer: {
            award: string;
            year: number;
            number: number;
            kind: "advance" | "balance";
            status: "planned" | "claimed" | "prepared" | "liquidated" | "ordered" | "paid" | "lapsed";
            planned: string;
            left: string;
            liquidated: string;
            paid: string;
            held: components["schemas"]["FaultAnswer"][];
            alerts: components["schemas"]["FaultAnswer"][];
            claim: number;
            attempt: number;
            payment: number;
            order: string | null;
            claimedOn: CivilDate | null;
            preparedOn: CivilDate | null;
            returnedOn: CivilDate | null;
            liquidatedOn: CivilDate | null;
            orderedOn: CivilDate | null;
            paidOn: CivilDate | null;
            rejectedOn: CivilDate | null;
        };
        ReportFiguresAnswer: {
            totalExpenses: string | null;
            chargedToGrant: string | null;
            otherResources: string | null;
            eligibleExpenses: string | null;
            unspent: string | null;
            document: string | null;
            indicators: {
                [key: string]: number | null;
            } | null;
            evaluation: {
                [key: string]: "reached" | "partly" | "not-reached";
            } | null;
        };
        ReportAnswer: {
            kind: "activity-report" | "indicators" | "financial-report" | "approved-accounts";
            status: "awaited" | "filed" | "to-correct" | "accepted";
            round: number;
            filedOn: CivilDate | null;
            returnedOn: CivilDate | null;
            acceptedOn: CivilDate | null;
            reopened: number;
            toCorrect: string[];
            reviewOpen: boolean;
            figures: components["schemas"]["ReportFiguresAnswer"] | null;
        };
        DueStepAnswer: {
            rule: string;
            explanation: string;
            allowed: string;
            source: string;
            decides: boolean;
        };
        FundedYearAnswer: {
            award: string;
            year: number;
            openedOn: CivilDate;
            exercise: components["schemas"]["PeriodAnswer"];
            referenceDocument: string | null;
            reports: components["schemas"]["ReportAnswer"][];
            granted: string;
            due: string;
            steps: components["schemas"]["DueStepAnswer"][];
            alerts: components["schemas"]["FaultAnswer"][];
        };
        HoldingAnswer: {
            from: CivilDate;
            to: CivilDate | null;
            share: number;
        };
        PostAnswer: {
            number: number;
            share: number;
            status: "vacant" | "filled" | "ended";
            round: number;
            openedOn: CivilDate;
            vacantSince: CivilDate | null;
            endedOn: CivilDate | null;
            held: components["schemas"]["HoldingAnswer"][];
        };
        ContributionAnswer: {
            number: number;
            convention: string;
            rank: number;
            cofunder: string;
            status: "sought" | "voted" | "refused" | "withdrawn";
            round: number;
            sought: string;
            voted: string | null;
            soughtOn: CivilDate;
            awaitedSince: CivilDate;
            decidedOn: CivilDate | null;
        };
        OpenPeriodAnswer: {
            from: CivilDate;
            to: CivilDate | null;
        };
        FormalNoticeAnswer: {
            award: string;
            grounds: string[];
            on: CivilDate;
            term: CivilDate;
        };
        WithdrawalAnswer: {
            award: string;
            basis: "illegal" | "conditions" | "commitment";
            amount: string;
            whole: boolean;
            on: CivilDate;
        };
        TransferAnswer: {
            award: string;
            amendment: string;
            from: string;
            to: string;
            on: CivilDate;
            settledOn: CivilDate | null;
        };
        PrincipalAnswer: {
            account: string;
            insteadOf?: string;
        };
        OverrideAnswer: {
            gate: string;
            act: string;
            subject: string;
            by: components["schemas"]["PrincipalAnswer"];
        };
        LifecycleAnswer: {
            status: "alive" | "suspended" | "withdrawn" | "refused" | "abandoned" | "terminated" | "revoked" | "abrogated" | "closed";
            endedOn: CivilDate | null;
            withdrawalAcknowledgedOn: CivilDate | null;
            suspensions: components["schemas"]["OpenPeriodAnswer"][];
            observations: {
                [key: string]: components["schemas"]["ObservationsAnswer"];
            };
            formalNotices: components["schemas"]["FormalNoticeAnswer"][];
            withdrawals: components["schemas"]["WithdrawalAnswer"][];
            recoveries: {
                [key: string]: components["schemas"]["RecoveryAnswer"];
            };
            transfers: components["schemas"]["TransferAnswer"][];
            evaluations: {
                [key: string]: components["schemas"]["EvaluationAnswer"];
            };
            renewals: {
                [key: string]: number;
            };
            closedOn: CivilDate | null;
            overrides: components["schemas"]["OverrideAnswer"][];
        };
        PartyAnswer: {
            role: "instructor" | "manager" | "finance" | "adviser" | "council" | "carrier" | "cofunder" | "auditor" | "admin" | "engine";
            label: string;
            body?: string;
        };
        WaitsForAnswer: {
            id: string;
            kind: string;
            label: string;
            from: components["schemas"]["PartyAnswer"];
        };
        AwaitedAnswer: {
            id: string;
            kind: string;
            instance: string;
            label: string;
            object: components["schemas"]["NamedObjectAnswer"] | null;
            from: components["schemas"]["PartyAnswer"];
            waitsFor: components["schemas"]["WaitsForAnswer"] | null;
            due: CivilDate | null;
            late: boolean;
            source: string;
            extensionAsked: CivilDate | null;
            acts: string[];
        };
        ActOfferedAnswer: {
            act: string;
            label: string;
            object: components["schemas"]["NamedObjectAnswer"] | null;
            as: "instructor" | "manager" | "finance" | "adviser" | "council" | "carrier" | "cofunder" | "auditor" | "admin" | "engine";
            insteadOf?: string;
            onBehalfOf?: string[];
            href: string;
            open: boolean;
            reasons: components["schemas"]["FaultAnswer"][];
        };
        PoleAnswer: {
            id: string;
            name: string;
            version: number;
            setAside: string | null;
            stage: components["schemas"]["StageAnswer"];
            reglement: components["schemas"]["ReglementAnswer"];
            referent: components["schemas"]["ReferentAnswer"];
            initiative: components["schemas"]["InitiativeAnswer"];
            study: components["schemas"]["StudyAnswer"];
            councilOpinion: components["schemas"]["CouncilOpinionAnswer"];
            legitimation: components["schemas"]["LegitimationAnswer"];
            awards: components["schemas"]["AwardAnswer"][];
            instalments: components["schemas"]["InstalmentAnswer"][];
            years: components["schemas"]["FundedYearAnswer"][];
            posts: components["schemas"]["PostAnswer"][];
            contributions: components["schemas"]["ContributionAnswer"][];
            lifecycle: components["schemas"]["LifecycleAnswer"];
            awaited: components["schemas"]["AwaitedAnswer"][];
            acts: components["schemas"]["ActOfferedAnswer"][];
            storyUpToDate: boolean;
            nextAlarm: string | null;
        };
        TimelineAnswer: {
            items: (components["schemas"]["TimelineLineAnswer"] | components["schemas"]["UnreadableLineAnswer"])[];
            total: number;
            next: string | null;
        };
        PolePersonAnswer: {
            name: string;
            role: "instructor" | "manager" | "finance" | "adviser" | "council" | "carrier" | "cofunder" | "auditor" | "admin" | "engine";
            roleLabel: string;
            for: string[];
            inCharge: "referent" | "second" | "manager" | null;
            phone: string | null;
            email: string;
            awayUntil: CivilDate | null;
            standIn: string | null;
        };
        PolePeopleAnswer: {
            items: components["schemas"]["PolePersonAnswer"][];
        };
        StandingCountsAnswer: {
            open: number;
            notYet: number;
            over: number;
        };
        ThemeAnswer: {
            theme: string;
            label: string;
            items: components["schemas"]["ActOfferedAnswer"][];
        };
        PoleActsAnswer: {
            counts: components["schemas"]["StandingCountsAnswer"];
            themes: components["schemas"]["ThemeAnswer"][];
        };
        BankDetailsReadingBody: {
            event: string;
        };
        BankDetailsAnswer: {
            iban: string;
            bic: string | null;
            accountHolder: string;
            readAt: string;
        };
        AccessAnswer: {
            id: string;
            readAt: string;
            account: string;
            role: "instructor" | "manager" | "finance" | "adviser" | "council" | "carrier" | "cofunder" | "auditor" | "admin" | "engine";
            insteadOf: string | null;
            poleId: string;
            eventId: string;
            purpose: "body-name" | "reason" | "opinion" | "analysis" | "project" | "convention-text" | "correction" | "advice" | "internal-note" | "observations" | "elected-member" | "signatory" | "iban" | "bank-details" | "document-title";
        };
        AccessLogAnswer: {
            items: components["schemas"]["AccessAnswer"][];
            next: string | null;
        };
        InitiativeBody: {
            date?: CivilDate;
            datePrecision?: "day" | "month" | "year";
            onBehalfOf?: string;
            paysCodes: string[];
            initiator: "ess-actors" | "local-authority" | "pays";
            groupName: string;
            groupSiret?: string;
        };
        EventAnswer: {
            id: string;
            type: string;
            label: string;
            object: components["schemas"]["NamedObjectAnswer"] | null;
            machine: boolean;
            date: CivilDate;
            datePrecision: "day" | "month" | "year";
            when: string;
            recordedAt: string;
            act: string;
            by: string;
            as: "instructor" | "manager" | "finance" | "adviser" | "council" | "carrier" | "cofunder" | "auditor" | "admin" | "engine";
            onBehalfOf: string | null;
            formerlyOnBehalfOf?: string | null;
            insteadOf: string | null;
            reglement: string;
            retracts: string | null;
            version: number | null;
            data: {
                [key: string]: unknown;
            };
        };
        NoticeAnswer: {
            round: number;
            rung: string;
            to: "instructor" | "manager" | "finance" | "adviser" | "council" | "carrier" | "cofunder" | "auditor" | "admin" | null;
            instead: boolean;
            template: string;
            pace: string;
            plannedFor: string;
            late: boolean;
            merges: number;
            state: string;
            reason: string | null;
            sentAt: string | null;
        };
        ActDoneAnswer: {
            poleId: string;
            version: number;
            events: components["schemas"]["EventAnswer"][];
            awaited: components["schemas"]["AwaitedAnswer"][];
            notices?: components["schemas"]["NoticeAnswer"][];
            acts: components["schemas"]["ActOfferedAnswer"][];
            engine?: "late";
            decidedBy?: "another-build";
        };
        LocalGroupBody: {
            date?: CivilDate;
            datePrecision?: "day" | "month" | "year";
            onBehalfOf?: string;
            structures: number;
        };
        CouncilDesignationBody: {
            date?: CivilDate;
            datePrecision?: "day" | "month" | "year";
            onBehalfOf?: string;
            councilName: string;
            councilSiret?: string;
        };
        PoleLabellingBody: {
            date?: CivilDate;
            datePrecision?: "day" | "month" | "year";
            onBehalfOf?: string;
            reference: string;
        };
        BodyIdentityBody: {
            name: string;
            siret: string;
            rna?: string;
        };
        PieceFileBody: {
            piece: string;
            hash: string;
        };
        CommitmentBody: {
            kind: "signed" | "deemed" | "not-applicable";
            signedOn?: CivilDate;
            signatory?: string;
            ground?: "agreement" | "public-interest";
            reference?: string;
            nature?: "epci" | "gip" | "public-body" | "cooperative" | "company";
        };
        StudyGrantRequestBody: {
            date?: CivilDate;
            datePrecision?: "day" | "month" | "year";
            onBehalfOf?: string;
            applicant: components["schemas"]["BodyIdentityBody"];
            amount: string;
            attachments?: components["schemas"]["PieceFileBody"][];
            pieces: string[];
            knownPieces?: string[];
            channel?: "electronic" | "paper";
            receivedElsewhereOn?: CivilDate;
            commitment?: components["schemas"]["CommitmentBody"];
        };
        ReasonBody: {
            date?: CivilDate;
            datePrecision?: "day" | "month" | "year";
            onBehalfOf?: string;
            reason: string;
        };
        StudyReportBody: {
            date?: CivilDate;
            datePrecision?: "day" | "month" | "year";
            onBehalfOf?: string;
            reportHash: string;
        };
        StudyReviewBody: {
            date?: CivilDate;
            datePrecision?: "day" | "month" | "year";
            onBehalfOf?: string;
            outcome: "validated" | "to-complete";
            remarks?: string;
        };
        OpinionBody: {
            date?: CivilDate;
            datePrecision?: "day" | "month" | "year";
            onBehalfOf?: string;
            outcome: "favourable" | "with-reserves" | "unfavourable";
            statement?: string;
            attachment?: string;
        };
        RevisedProjectBody: {
            date?: CivilDate;
            datePrecision?: "day" | "month" | "year";
            onBehalfOf?: string;
            summary: string;
            attachment?: string;
        };
        CressMeetingBody: {
            date?: CivilDate;
            datePrecision?: "day" | "month" | "year";
            onBehalfOf?: string;
            participants: number;
        };
        LegitimationNoteBody: {
            date?: CivilDate;
            datePrecision?: "day" | "month" | "year";
            onBehalfOf?: string;
            carrier: components["schemas"]["BodyIdentityBody"];
            selfOrganised: boolean;
            beyondAssociations: boolean;
            conclusion: "legitimate" | "not-yet";
            analysis: string;
            attachment?: string;
        };
        SuccessorNoteBody: {
            date?: CivilDate;
            datePrecision?: "day" | "month" | "year";
            onBehalfOf?: string;
            conclusion: "legitimate" | "not-yet";
            analysis: string;
            attachment?: string;
        };
        GrantRequestBody: {
            date?: CivilDate;
            datePrecision?: "day" | "month" | "year";
            onBehalfOf?: string;
            applicant: components["schemas"]["BodyIdentityBody"];
            amount: string;
            attachments?: components["schemas"]["PieceFileBody"][];
            pieces: string[];
            knownPieces?: string[];
            channel?: "electronic" | "paper";
            receivedElsewhereOn?: CivilDate;
            commitment?: components["schemas"]["CommitmentBody"];
            years: number;
            startsOn: CivilDate;
            budget?: string;
        };
        YearGrantRequestBody: {
            date?: CivilDate;
            datePrecision?: "day" | "month" | "year";
            onBehalfOf?: string;
            applicant: components["schemas"]["BodyIdentityBody"];
            amount: string;
            attachments?: components["schemas"]["PieceFileBody"][];
            pieces: string[];
            knownPieces?: string[];
            channel?: "electronic" | "paper";
            receivedElsewhereOn?: CivilDate;
            commitment?: components["schemas"]["CommitmentBody"];
            year: number;
        };
        ScheduledInstalmentBody: {
            year: number;
            number: number;
            amount: string;
        };
        AmendmentBody: {
            date?: CivilDate;
            datePrecision?: "day" | "month" | "year";
            onBehalfOf?: string;
            reason: string;
            requestedBy?: "carrier" | "region";
            commitment?: components["schemas"]["CommitmentBody"];
            amount?: string;
            years?: number;
            schedule?: components["schemas"]["ScheduledInstalmentBody"][];
            carrier?: components["schemas"]["BodyIdentityBody"];
            referenceDocument?: string;
            attachment?: string;
        };
        DatedBody: {
            date?: CivilDate;
            datePrecision?: "day" | "month" | "year";
            onBehalfOf?: string;
        };
        PieceDemandBody: {
            date?: CivilDate;
            datePrecision?: "day" | "month" | "year";
            onBehalfOf?: string;
            pieces: string[];
            term?: CivilDate;
        };
        PieceDeliveryBody: {
            date?: CivilDate;
            datePrecision?: "day" | "month" | "year";
            onBehalfOf?: string;
            attachments?: components["schemas"]["PieceFileBody"][];
            pieces: string[];
        };
        InstructionReportBody: {
            date?: CivilDate;
            datePrecision?: "day" | "month" | "year";
            onBehalfOf?: string;
            favourable: boolean;
            report: string;
            attachment?: string;
        };
        AgendaEntryBody: {
            date?: CivilDate;
            datePrecision?: "day" | "month" | "year";
            onBehalfOf?: string;
            organ: "assembly" | "permanent-commission" | "president";
            sessionOn: CivilDate;
            text: string;
        };
        CouncilDelegationBody: {
            number: string;
            on: CivilDate;
        };
        AsideBody: {
            name: string;
            body: string;
            ground: "own-interest" | "mandate-by-law" | "mandate-other";
            absentFromRoom?: boolean;
        };
        ParticipantBody: {
            name: string;
            part: "reporter" | "speaker" | "voter" | "proxy-giver" | "proxy-holder";
        };
        VoteBody: {
            date?: CivilDate;
            datePrecision?: "day" | "month" | "year";
            onBehalfOf?: string;
            outcome: "adopted" | "amended" | "adjourned" | "rejected";
            number: string;
            members?: number;
            present?: number;
            represented?: number;
            voters?: number;
            votesFor?: number;
            votesAgainst?: number;
            abstentions?: number;
            unanimous?: boolean;
            ballot?: "ordinary" | "public" | "secret";
            castingVote?: "for" | "against";
            firstMeetingOn?: CivilDate;
            delegation?: components["schemas"]["CouncilDelegationBody"];
            separateVote?: boolean;
            aside?: components["schemas"]["AsideBody"][];
            participants?: components["schemas"]["ParticipantBody"][];
            amount?: string;
            text?: string;
            attachment?: string;
        };
        TransmissionBody: {
            date?: CivilDate;
            datePrecision?: "day" | "month" | "year";
            onBehalfOf?: string;
            receipt: string;
        };
        LegalityLetterBody: {
            date?: CivilDate;
            datePrecision?: "day" | "month" | "year";
            onBehalfOf?: string;
            nature: "information" | "completion" | "gracious-appeal" | "referral" | "closing";
            reference: string;
        };
        LegalityReplyBody: {
            date?: CivilDate;
            datePrecision?: "day" | "month" | "year";
            onBehalfOf?: string;
            letter: number;
            answer: "pieces-received" | "answered" | "refused";
        };
        CourtRulingBody: {
            date?: CivilDate;
            datePrecision?: "day" | "month" | "year";
            onBehalfOf?: string;
            decision: "suspended" | "suspension-refused" | "suspension-lifted" | "annulled" | "dismissed" | "non-lieu" | "withdrawn";
            reference: string;
        };
        NotificationBody: {
            date?: CivilDate;
            datePrecision?: "day" | "month" | "year";
            onBehalfOf?: string;
            means?: "electronic" | "post" | "hand";
            availableOn?: CivilDate;
            consultedOn?: CivilDate;
            agreedOn?: CivilDate;
        };
        SignatureDelegationBody: {
            reference: string;
            from: CivilDate;
            to?: CivilDate;
        };
        SignatureBody: {
            date?: CivilDate;
            datePrecision?: "day" | "month" | "year";
            onBehalfOf?: string;
            party: "carrier" | "region";
            textHash: string;
            signatory: string;
            capacity: string;
            delegation?: components["schemas"]["SignatureDelegationBody"];
            attachment?: string;
        };
        OwingAnswer: {
            due: CivilDate | null;
            from: components["schemas"]["PartyAnswer"];
        };
        OwingChangeAnswer: {
            key: string;
            label: string;
            before: components["schemas"]["OwingAnswer"] | null;
            after: components["schemas"]["OwingAnswer"] | null;
        };
        InstalmentChangeAnswer: {
            year: number;
            number: number;
            before: string | null;
            after: string | null;
        };
        AmendmentPreviewAnswer: {
            obligations: components["schemas"]["OwingChangeAnswer"][];
            instalments: components["schemas"]["InstalmentChangeAnswer"][];
        };
        PostShareBody: {
            date?: CivilDate;
            datePrecision?: "day" | "month" | "year";
            onBehalfOf?: string;
            share: number;
        };
        CofundingRequestBody: {
            date?: CivilDate;
            datePrecision?: "day" | "month" | "year";
            onBehalfOf?: string;
            cofunder: string;
            amount: string;
        };
        CofundingDecisionBody: {
            date?: CivilDate;
            datePrecision?: "day" | "month" | "year";
            onBehalfOf?: string;
            outcome: "voted" | "refused" | "adjourned";
            amount?: string;
        };
        CofundingReductionBody: {
            date?: CivilDate;
            datePrecision?: "day" | "month" | "year";
            onBehalfOf?: string;
            reason: string;
            amount: string;
        };
        ClaimBody: {
            date?: CivilDate;
            datePrecision?: "day" | "month" | "year";
            onBehalfOf?: string;
            iban: string;
            bic?: string;
            accountHolder: string;
        };
        LiquidationBody: {
            date?: CivilDate;
            datePrecision?: "day" | "month" | "year";
            onBehalfOf?: string;
            amount: string;
        };
        PaymentOrderBody: {
            date?: CivilDate;
            datePrecision?: "day" | "month" | "year";
            onBehalfOf?: string;
            order: string;
            attachment?: string;
        };
        PaymentBody: {
            date?: CivilDate;
            datePrecision?: "day" | "month" | "year";
            onBehalfOf?: string;
            amount: string;
        };
        PaymentRejectionBody: {
            date?: CivilDate;
            datePrecision?: "day" | "month" | "year";
            onBehalfOf?: string;
            reason: "missing-piece" | "wrong-bank-details" | "no-credit" | "other";
        };
        AxisAssessmentBody: {
            axis: string;
            assessment: "reached" | "partly" | "not-reached";
        };
        ActivityReportBody: {
            date?: CivilDate;
            datePrecision?: "day" | "month" | "year";
            onBehalfOf?: string;
            hash: string;
            document: string;
            evaluation: components["schemas"]["AxisAssessmentBody"][];
        };
        IndicatorValueBody: {
            indicator: string;
            value: number | null;
        };
        IndicatorsBody: {
            date?: CivilDate;
            datePrecision?: "day" | "month" | "year";
            onBehalfOf?: string;
            hash: string;
            document: string;
            values: components["schemas"]["IndicatorValueBody"][];
        };
        FinancialReportBody: {
            date?: CivilDate;
            datePrecision?: "day" | "month" | "year";
            onBehalfOf?: string;
            hash: string;
            totalExpenses: string;
            chargedToGrant: string;
            otherResources: string;
            eligibleExpenses?: string;
            unspent?: string;
        };
        FiledReportBody: {
            date?: CivilDate;
            datePrecision?: "day" | "month" | "year";
            onBehalfOf?: string;
            hash: string;
        };
        ReportReviewBody: {
            date?: CivilDate;
            datePrecision?: "day" | "month" | "year";
            onBehalfOf?: string;
            favourable: boolean;
            advice: string;
            attachment?: string;
        };
        CorrectionBody: {
            field: string;
            reason: string;
        };
        ReportReturnBody: {
            date?: CivilDate;
            datePrecision?: "day" | "month" | "year";
            onBehalfOf?: string;
            corrections: components["schemas"]["CorrectionBody"][];
        };
        OpeningYearAnswer: {
            award: string;
            year: number;
            on: CivilDate;
        };
        CalledReportAnswer: {
            award: string;
            year: number;
            kind: "activity-report" | "indicators" | "financial-report" | "approved-accounts";
            label: string;
            exercise: components["schemas"]["PeriodAnswer"];
            due: CivilDate | null;
        };
        PaymentToPrepareAnswer: {
            award: string;
            year: number;
            number: number;
            status: "planned" | "claimed" | "prepared" | "liquidated" | "ordered" | "paid" | "lapsed";
            label: string;
            amount: string;
        };
        CampaignLineAnswer: {
            pole: string;
            name: string;
            opens: components["schemas"]["OpeningYearAnswer"][];
            reports: components["schemas"]["CalledReportAnswer"][];
            payments: components["schemas"]["PaymentToPrepareAnswer"][];
            mandatingStops: CivilDate;
        };
        CampaignAnswer: {
            year: number;
            lines: components["schemas"]["CampaignLineAnswer"][];
        };
        CampaignMadeAnswer: {
            at: string;
            sheet: components["schemas"]["CampaignAnswer"];
        };
        CampaignSheetAnswer: {
            year: number;
            lines: components["schemas"]["CampaignLineAnswer"][];
            at: string;
            made: components["schemas"]["CampaignMadeAnswer"] | null;
        };
        InstalmentTabAnswer: {
            state: "later" | "to-claim" | "to-liquidate" | "to-validate" | "to-order" | "to-pay" | "paid" | "lapsed" | "held";
            label: string;
            count: number;
            amount: string;
        };
        PaymentClockAnswer: {
            obligation: string;
            due: CivilDate | null;
            late: boolean;
            waitsFor: components["schemas"]["WaitsForAnswer"] | null;
        };
        InstalmentLineAnswer: {
            pole: components["schemas"]["NamedPoleAnswer"];
            award: string;
            year: number;
            number: number;
            object: components["schemas"]["NamedObjectAnswer"] | null;
            step: "later" | "to-claim" | "to-liquidate" | "to-validate" | "to-order" | "to-pay" | "paid" | "lapsed";
            stepLabel: string;
            held: boolean;
            amount: string;
            left: string;
            since: CivilDate | null;
            carrier: components["schemas"]["NamedBodyAnswer"];
            preparedBy: components["schemas"]["NamedPersonAnswer"] | null;
            validatedBy: components["schemas"]["NamedPersonAnswer"] | null;
            order: string | null;
            paidOn: CivilDate | null;
            clock: components["schemas"]["PaymentClockAnswer"] | null;
            reasons: components["schemas"]["FaultAnswer"][];
        };
        InstalmentListAnswer: {
            tabs: components["schemas"]["InstalmentTabAnswer"][];
            items: components["schemas"]["InstalmentLineAnswer"][];
            next: string | null;
        };
        ReportCountsAnswer: {
            awaited: number;
            toExamine: number;
            toCorrect: number;
            late: number;
            adviceOpen: number;
        };
        ReportTermAnswer: {
            obligation: string;
            due: CivilDate | null;
            daysLate: number;
        };
        AdviceAnswer: {
            state: "possible" | "favourable" | "unfavourable" | "lapsed";
            on: CivilDate | null;
        };
        ReportCellAnswer: {
            kind: "activity-report" | "indicators" | "financial-report" | "approved-accounts";
            label: string;
            status: "awaited" | "filed" | "to-correct" | "accepted";
            statusLabel: string;
            waived: boolean;
            filedOn: CivilDate | null;
            returnedOn: CivilDate | null;
            acceptedOn: CivilDate | null;
            filing: components["schemas"]["ReportTermAnswer"] | null;
            acceptance: components["schemas"]["ReportTermAnswer"] | null;
            advice: components["schemas"]["AdviceAnswer"] | null;
        };
        FreedBalanceAnswer: {
            award: string;
            number: number;
            amount: string;
            step: "later" | "to-claim" | "to-liquidate" | "to-validate" | "to-order" | "to-pay" | "paid" | "lapsed";
            stepLabel: string;
            held: boolean;
        };
        ReportLineAnswer: {
            pole: components["schemas"]["NamedPoleAnswer"];
            pays: string | null;
            award: string;
            year: number;
            exercise: components["schemas"]["PeriodAnswer"];
            reports: components["schemas"]["ReportCellAnswer"][];
            frees: components["schemas"]["FreedBalanceAnswer"] | null;
        };
        ReportListAnswer: {
            year: number;
            counts: components["schemas"]["ReportCountsAnswer"];
            items: components["schemas"]["ReportLineAnswer"][];
        };
        FinalEvaluationBody: {
            date?: CivilDate;
            datePrecision?: "day" | "month" | "year";
            onBehalfOf?: string;
            outcome: "favourable" | "with-reserves" | "unfavourable";
            hash: string;
        };
        InvitationBody: {
            date?: CivilDate;
            datePrecision?: "day" | "month" | "year";
            onBehalfOf?: string;
            reason: string;
            matter: "termination" | "recovery" | "withdrawal" | "abrogation" | "commitment";
            grounds?: string[];
            amount?: string;
            grievances?: string;
        };
        ObservationsBody: {
            date?: CivilDate;
            datePrecision?: "day" | "month" | "year";
            onBehalfOf?: string;
            matter: "termination" | "recovery" | "withdrawal" | "abrogation" | "commitment";
            observations: string;
            attachment?: string;
        };
        FoundedBody: {
            date?: CivilDate;
            datePrecision?: "day" | "month" | "year";
            onBehalfOf?: string;
            reason: string;
            grounds: string[];
        };
        RevocationBody: {
            date?: CivilDate;
            datePrecision?: "day" | "month" | "year";
            onBehalfOf?: string;
            reason: string;
            grounds: string[];
            basis: "illegal" | "conditions";
            amount?: string;
            deliberation: string;
        };
        CommitmentWithdrawalBody: {
            date?: CivilDate;
            datePrecision?: "day" | "month" | "year";
            onBehalfOf?: string;
            reason: string;
            breachOn: CivilDate;
            returnBy: CivilDate;
            deliberation: string;
        };
        AbrogationBody: {
            date?: CivilDate;
            datePrecision?: "day" | "month" | "year";
            onBehalfOf?: string;
            reason: string;
            grounds: string[];
            from: CivilDate;
            deliberation: string;
        };
        RecoveryOrderBody: {
            date?: CivilDate;
            datePrecision?: "day" | "month" | "year";
            onBehalfOf?: string;
            order: string;
        };
        OverrideBody: {
            date?: CivilDate;
            datePrecision?: "day" | "month" | "year";
            onBehalfOf?: string;
            reason: string;
            gate: string;
            act: "declare-initiative" | "form-local-group" | "designate-council" | "label-pole" | "skip-study" | "deliver-study" | "review-study" | "give-opinion" | "pass-over-opinion" | "waive-opinion" | "file-revised-project" | "hold-cress-meeting" | "write-legitimation-note" | "examine-successor" | "request-study-grant" | "request-grant" | "request-year-grant" | "request-amendment" | "acknowledge-request" | "demand-pieces" | "deliver-pieces" | "report-instruction" | "enter-agenda" | "record-vote" | "transmit-deliberation" | "record-legality-letter" | "answer-legality-letter" | "record-court-decision" | "publish-deliberation" | "notify-grant" | "notify-refusal" | "sign-convention" | "notify-convention" | "publish-essential-data" | "lapse-amendment" | "open-post" | "fill-post" | "vacate-post" | "end-post" | "seek-cofunding" | "record-cofunding-decision" | "reduce-cofunding" | "claim-instalment" | "prepare-liquidation" | "validate-liquidation" | "return-liquidation" | "record-payment-order" | "record-payment" | "record-payment-rejection" | "file-activity-report" | "file-indicators" | "file-financial-report" | "file-accounts" | "review-report" | "return-report" | "accept-report" | "reopen-report" | "suspend-dossier" | "resume-dossier" | "record-final-evaluation" | "request-renewal" | "settle-former-carrier" | "invite-observations" | "present-observations" | "give-formal-notice" | "withdraw-project" | "acknowledge-withdrawal" | "abandon-pole" | "terminate-by-region" | "close-dossier" | "revoke-grant" | "withdraw-for-commitment" | "abrogate-grant" | "settle-cycle" | "record-recovery-order" | "record-recovery" | "waive-recovery" | "override-block" | "retract-fact" | "rectify-represented-body" | "mark-step-not-applicable" | "remind-debtor" | "request-extension" | "grant-extension" | "refuse-extension" | "waive-obligation" | "apply-ladders" | "assign-referent" | "attach-document";
            on?: string;
        };
        RetractionBody: {
            date?: CivilDate;
            datePrecision?: "day" | "month" | "year";
            onBehalfOf?: string;
            reason: string;
            event: string;
        };
        RepresentedBody: {
            date?: CivilDate;
            datePrecision?: "day" | "month" | "year";
            onBehalfOf?: string;
            reason: string;
            event: string;
            represented: string;
        };
        StepBody: {
            date?: CivilDate;
            datePrecision?: "day" | "month" | "year";
            onBehalfOf?: string;
            reason: string;
            kind: string;
            instance: string;
        };
        MoreTimeBody: {
            date?: CivilDate;
            datePrecision?: "day" | "month" | "year";
            onBehalfOf?: string;
            reason: string;
            until: CivilDate;
        };
        LaddersBody: {
            date?: CivilDate;
            datePrecision?: "day" | "month" | "year";
            onBehalfOf?: string;
            ladders: string;
        };
        ReferentBody: {
            date?: CivilDate;
            datePrecision?: "day" | "month" | "year";
            onBehalfOf?: string;
            referent: string;
            second?: string;
            manager?: string;
        };
        OwedAnswer: {
            id: string;
            pole: components["schemas"]["NamedPoleAnswer"];
            kind: string;
            instance: string;
            label: string;
            object: components["schemas"]["NamedObjectAnswer"] | null;
            as: "instructor" | "manager" | "finance" | "adviser" | "council" | "carrier" | "cofunder" | "auditor" | "admin" | "engine";
            due: CivilDate | null;
            late: boolean;
            source: string;
            acts: string[];
        };
        OwedListAnswer: {
            items: components["schemas"]["OwedAnswer"][];
        };
        DeskLineAnswer: {
            id: string;
            kind: string;
            label: string;
            object: components["schemas"]["NamedObjectAnswer"] | null;
            pole: components["schemas"]["NamedPoleAnswer"];
            carrier: components["schemas"]["NamedBodyAnswer"] | null;
            from: components["schemas"]["PartyAnswer"];
            fromName: string | null;
            amount: string | null;
            frees: string | null;
            due: CivilDate | null;
            daysLate: number;
            mine: boolean;
        };
        DeskSectionAnswer: {
            urgency: "late" | "today" | "this-week" | "later";
            label: string;
            count: number;
            items: components["schemas"]["DeskLineAnswer"][];
        };
        OwedByOthersAnswer: {
            count: number;
            items: components["schemas"]["DeskLineAnswer"][];
        };
        RequestAnswer: {
            kind: "extension" | "amendment";
            label: string;
            pole: components["schemas"]["NamedPoleAnswer"];
            body: components["schemas"]["NamedBodyAnswer"] | null;
            by: components["schemas"]["NamedPersonAnswer"] | null;
            on: CivilDate | null;
            reason: string | null;
            until: CivilDate | null;
            due: CivilDate | null;
            obligation: string | null;
            award: string | null;
            open: boolean;
            reasons: components["schemas"]["FaultAnswer"][];
        };
        RequestListAnswer: {
            count: number;
            items: components["schemas"]["RequestAnswer"][];
        };
        DeskAnswer: {
            today: CivilDate;
            sections: components["schemas"]["DeskSectionAnswer"][];
            owedByOthers: components["schemas"]["OwedByOthersAnswer"];
            toDecide: components["schemas"]["RequestListAnswer"];
        };
        ExtensionAnswer: {
            asked: CivilDate | null;
            granted: CivilDate | null;
        };
        ToldEventAnswer: {
            id: string;
            type: string;
            label: string;
            object: components["schemas"]["NamedObjectAnswer"] | null;
            machine: boolean;
            date: CivilDate;
            datePrecision: "day" | "month" | "year";
            when: string;
            recordedAt: string;
            act: string;
            by: string;
            as: "instructor" | "manager" | "finance" | "adviser" | "council" | "carrier" | "cofunder" | "auditor" | "admin" | "engine";
            onBehalfOf: string | null;
            formerlyOnBehalfOf?: string | null;
            insteadOf: string | null;
            reglement: string;
            retracts: string | null;
            version: number | null;
            data: {
                [key: string]: unknown;
            };
            texts: components["schemas"]["PrivateTextAnswer"][];
        };
        DueDateAnswer: {
            due: CivilDate | null;
            since: CivilDate;
            by: string;
            type: "obligation-opened" | "due-date-moved";
        };
        NoticeInWordsAnswer: {
            round: number;
            rung: string;
            to: "instructor" | "manager" | "finance" | "adviser" | "council" | "carrier" | "cofunder" | "auditor" | "admin" | null;
            instead: boolean;
            template: string;
            pace: string;
            plannedFor: string;
            late: boolean;
            merges: number;
            state: string;
            reason: string | null;
            sentAt: string | null;
            label: string | null;
            reasonLabel: string | null;
        };
        RungLeftAnswer: {
            rung: string;
            day: CivilDate;
            at: string;
            leavesOn: CivilDate;
            template: string;
            recipients: components["schemas"]["PartyAnswer"][];
        };
        ObligationAnswer: {
            id: string;
            pole: components["schemas"]["NamedPoleAnswer"];
            kind: string;
            instance: string;
            label: string;
            object: components["schemas"]["NamedObjectAnswer"] | null;
            state: "open" | "done" | "withdrawn" | "waived";
            round: number;
            openedOn: CivilDate;
            due: CivilDate | null;
            source: string;
            late: boolean;
            debtor: components["schemas"]["PartyAnswer"];
            waitsFor: components["schemas"]["WaitsForAnswer"] | null;
            creditor: components["schemas"]["PartyAnswer"] | null;
            period: components["schemas"]["PeriodAnswer"] | null;
            extension: components["schemas"]["ExtensionAnswer"];
            trigger: components["schemas"]["ToldEventAnswer"] | null;
            dueDates: components["schemas"]["DueDateAnswer"][];
            history: components["schemas"]["ToldEventAnswer"][];
            notices: components["schemas"]["NoticeInWordsAnswer"][];
            toCome: components["schemas"]["RungLeftAnswer"][];
            acts: components["schemas"]["ActOfferedAnswer"][];
        };
        AttachmentBody: {
            date?: CivilDate;
            datePrecision?: "day" | "month" | "year";
            onBehalfOf?: string;
            title: string;
            hash: string;
        };
        FileAnswer: {
            name: string;
            mediaType: string;
            size: number;
            by: string;
            depositedAt: string;
            verdict: "pending" | "safe" | "infected";
        };
        DocumentAnswer: {
            hash: string;
            kind: "study-report" | "piece" | "opinion" | "project" | "note" | "amendment" | "instruction" | "deliberation" | "signature" | "order" | "report" | "advice" | "observations" | "evaluation" | "other" | null;
            label: string;
            piece: string | null;
            event: string | null;
            fact: string | null;
            on: CivilDate | null;
            open: boolean;
            file: components["schemas"]["FileAnswer"] | null;
        };
        DocumentsAnswer: {
            items: components["schemas"]["DocumentAnswer"][];
        };
        DepositAnswer: {
            name: string;
            mediaType: string;
            size: number;
            by: string;
            depositedAt: string;
            verdict: "pending" | "safe" | "infected";
            hash: string;
        };
        CalendarAnswer: {
            url: string;
        };
        CalendarClosedAnswer: {
            revoked: boolean;
        };
        FollowedPolesAnswer: {
            items: components["schemas"]["NamedPoleAnswer"][];
        };
        FollowingAnswer: {
            followed: boolean;
        };
        AbsenceAnswer: {
            id: string;
            contactId: string;
            delegateId: string | null;
            firstDay: CivilDate;
            lastDay: CivilDate;
            lends: boolean;
            notedBy: string | null;
            notedAt: string | null;
        };
        FormerAbsenceAnswer: {
            id: string;
            contactId: string;
            delegateId: string | null;
            firstDay: CivilDate;
            lastDay: CivilDate;
            lends: boolean;
            notedBy: string | null;
            notedAt: string | null;
            replacement: string;
            replacedBy: string;
            replacedAt: string;
        };
        ContactPreferenceAnswer: {
            kind: string;
            pace: "instant" | "daily" | "weekly";
            contactId: string;
        };
        ContactAnswer: {
            id: string;
            role: "instructor" | "manager" | "finance" | "adviser" | "council" | "carrier" | "cofunder" | "auditor" | "admin" | "engine";
            bodies: string[];
            pays: string[];
            account: string | null;
            name: string;
            email: string;
            phone: string | null;
            shared: boolean;
            validFrom: CivilDate;
            validTo: CivilDate | null;
            unreachableSince: string | null;
            absences: components["schemas"]["AbsenceAnswer"][];
            formerAbsences: components["schemas"]["FormerAbsenceAnswer"][];
            preferences: components["schemas"]["ContactPreferenceAnswer"][];
        };
        ContactListAnswer: {
            items: components["schemas"]["ContactAnswer"][];
        };
        ContactBody: {
            role: "instructor" | "manager" | "finance" | "adviser" | "council" | "carrier" | "cofunder";
            name: string;
            email: string;
            phone?: string;
            shared?: boolean;
            bodies?: string[];
            pays?: string[];
            account?: string;
            validFrom: CivilDate;
            validTo?: CivilDate;
        };
        IdentifiedAnswer: {
            id: string;
        };
        ContactChangeBody: {
            email?: string;
            phone?: string;
            validTo?: CivilDate;
        };
        RestorationAnswer: {
            id: string;
            restored: boolean;
            notices: number;
        };
        PreferenceBody: {
            kind: "*" | "local-group" | "council-designation" | "study-choice" | "study-outcome" | "study-delivery" | "study-review" | "council-opinion" | "revised-project" | "cress-meeting" | "legitimation-note" | "successor-note" | "grant-request" | "year-grant-request" | "amendment-request" | "acknowledgement" | "decision" | "pieces-demand" | "missing-pieces" | "instruction-report" | "agenda-entry" | "vote" | "refusal-notification" | "transmission" | "legality-review" | "grant-notification" | "carrier-signature" | "region-signature" | "convention-need" | "convention-need-end" | "convention-notification" | "essential-data" | "grant-receipt" | "refusal-receipt" | "convention-receipt" | "year-turn" | "convention-end" | "activity-report" | "indicators" | "financial-report" | "approved-accounts" | "report-review" | "report-acceptance" | "report-reopening" | "reports-accepted" | "instalment-claim" | "liquidation" | "liquidation-validation" | "payment-order" | "payment" | "statutory-payment" | "post-opening" | "hiring" | "vacancy" | "post-end" | "cofunding-request" | "cofunding-decision" | "final-evaluation" | "renewal-request" | "former-carrier-account" | "grant-withdrawal" | "settlement" | "observations-invitation" | "observations" | "recovery-order" | "recovery" | "recovery-waiver" | "ending" | "withdrawal-acknowledgement" | "closure";
            pace: "instant" | "daily" | "weekly";
        };
        PreferenceAnswer: {
            kind: string;
            pace: "instant" | "daily" | "weekly";
        };
        AbsenceBody: {
            firstDay: CivilDate;
            lastDay: CivilDate;
            delegate?: string;
            lends?: boolean;
        };
        AbsenceNotedAnswer: {
            id: string;
            lends: boolean;
        };
        AbsenceChangeBody: {
            firstDay?: CivilDate;
            lastDay?: CivilDate;
            delegate?: string;
            lends?: boolean;
        };
        RungToComeAnswer: {
            day: CivilDate;
            template: string;
            recipients: string[];
        };
        LadderChangeAnswer: {
            obligation: string;
            kind: string;
            label: string;
            due: CivilDate | null;
            before: components["schemas"]["RungToComeAnswer"][];
            after: components["schemas"]["RungToComeAnswer"][];
        };
        LadderPreviewAnswer: {
            items: components["schemas"]["LadderChangeAnswer"][];
        };
        ForecastRecipientAnswer: {
            role: "instructor" | "manager" | "finance" | "adviser" | "council" | "carrier" | "cofunder" | "auditor" | "admin" | "engine";
            label: string;
            body: string | null;
            inTheirAbsence: boolean;
            pace: "instant" | "daily" | "weekly";
            reason: string | null;
            reasonLabel: string | null;
        };
        ForecastLineAnswer: {
            pole: components["schemas"]["NamedPoleAnswer"];
            on: CivilDate;
            at: string;
            what: "reminder" | "escalation" | "transition" | "hold";
            kind: string;
            label: string;
            instance: string;
            due: CivilDate | null;
            rung: string | null;
            merged: string[];
            late: boolean;
            template: string | null;
            recipients: components["schemas"]["ForecastRecipientAnswer"][];
            because: components["schemas"]["FaultAnswer"][];
        };
        ForecastAnswer: {
            from: CivilDate;
            days: number;
            items: components["schemas"]["ForecastLineAnswer"][];
        };
        UsefulnessLineAnswer: {
            kind: string;
            label: string;
            rung: string;
            planned: number;
            waiting: number;
            sent: number;
            useful: number;
            suppressed: number;
            bounced: number;
            refused: number;
            givenUp: number;
            uncertain: number;
        };
        UsefulnessAnswer: {
            items: components["schemas"]["UsefulnessLineAnswer"][];
        };
        DiscrepancyAnswer: {
            kind: "unplanned" | "unreached" | "stuck" | "not-rung" | "behind" | "projection" | "disagreement" | "quiet";
            about: string;
            pole: string | null;
        };
        ReconciliationAnswer: {
            at: string;
            differences: number;
            items: components["schemas"]["DiscrepancyAnswer"][];
        };
        TemplateListAnswer: {
            items: string[];
        };
        TemplatePreviewAnswer: {
            subject: string;
            text: string;
            html: string;
        };
        BounceBody: {
            messageId?: string;
            address?: string;
            reason?: string;
            report?: string;
        };
        BounceNotedAnswer: {
            reported: number;
            mails: number;
            contacts: number;
        };
        TaskAnswer: {
            id: string;
            kind: string;
            about: string;
            poleId: string | null;
            contactId: string | null;
            contactName: string | null;
            openedAt: string;
            detail: string;
        };
        TaskListAnswer: {
            items: components["schemas"]["TaskAnswer"][];
        };
        EpciAnswer: {
            siren: string;
            name: string;
        };
        PaysAnswer: {
            code: string;
            name: string;
            departements: string[];
            population: number;
            epci: components["schemas"]["EpciAnswer"][];
        };
        PaysListAnswer: {
            items: components["schemas"]["PaysAnswer"][];
        };
        ContourPropertiesAnswer: {
            code: string;
            name: string;
        };
        ContourAnswer: {
            type: "Feature";
            properties: components["schemas"]["ContourPropertiesAnswer"];
            geometry: {
                [key: string]: unknown;
            };
        };
        ContoursAnswer: {
            type: "FeatureCollection";
            features: components["schemas"]["ContourAnswer"][];
        };
        SetterAnswer: {
            by: string;
            at: string;
            reason: string | null;
        };
        RightAnswer: {
            id: string;
            account: string;
            role: "instructor" | "manager" | "finance" | "adviser" | "council" | "carrier" | "cofunder" | "auditor" | "admin";
            bodies: string[];
            pays: string[];
            from: CivilDate;
            given: components["schemas"]["SetterAnswer"];
            ended: components["schemas"]["SetterAnswer"] | null;
        };
        RightListAnswer: {
            items: components["schemas"]["RightAnswer"][];
        };
        RightBody: {
            account: string;
            role: "instructor" | "manager" | "finance" | "adviser" | "council" | "carrier" | "cofunder" | "auditor" | "admin";
            bodies?: string[];
            pays?: string[];
            from?: CivilDate;
            reason?: string;
        };
        EndingBody: {
            reason?: string;
        };
        OfficialNameAnswer: {
            name: string;
            rna: string | null;
            from: CivilDate;
            by: string | null;
            at: string;
        };
        BodyAnswer: {
            siret: string;
            name: string;
            rna: string | null;
            names: components["schemas"]["OfficialNameAnswer"][];
        };
        OfficialNameBody: {
            name: string;
            rna?: string;
            from?: CivilDate;
        };
        BodyNamedAnswer: {
            siret: string;
            name: string;
        };
        ReglementVersionAnswer: {
            id: string;
            label: string;
            status: "adopted" | "to-confirm";
            from: CivilDate;
            to: CivilDate | null;
            poles: number;
            conventions: number;
        };
        ReglementVersionListAnswer: {
            items: components["schemas"]["ReglementVersionAnswer"][];
        };
        WrittenLineAnswer: {
            name: string;
            says: string[];
            source: string | null;
        };
        WrittenPartAnswer: {
            id: string;
            title: string;
            lines: components["schemas"]["WrittenLineAnswer"][];
        };
        ReglementTextAnswer: {
            id: string;
            label: string;
            status: "adopted" | "to-confirm";
            from: CivilDate;
            to: CivilDate | null;
            poles: number;
            conventions: number;
            parts: components["schemas"]["WrittenPartAnswer"][];
        };
        ChangedLineAnswer: {
            name: string;
            before: components["schemas"]["WrittenLineAnswer"] | null;
            after: components["schemas"]["WrittenLineAnswer"] | null;
        };
        ChangedPartAnswer: {
            id: string;
            title: string;
            lines: components["schemas"]["ChangedLineAnswer"][];
        };
        ReglementChangesAnswer: {
            before: components["schemas"]["ReglementVersionAnswer"];
            after: components["schemas"]["ReglementVersionAnswer"];
            parts: components["schemas"]["ChangedPartAnswer"][];
        };
        AxisAnswer: {
            code: string;
            label: string;
        };
        IndicatorAnswer: {
            code: string;
            label: string;
            unit: string;
            direction: "up" | "down" | "neutral";
        };
        DocumentUseAnswer: {
            pole: components["schemas"]["NamedPoleAnswer"];
            award: string;
            from: CivilDate;
        };
        ReferenceDocumentAnswer: {
            id: string;
            label: string;
            axes: components["schemas"]["AxisAnswer"][];
            indicators: components["schemas"]["IndicatorAnswer"][];
            reglements: components["schemas"]["ReglementVersionAnswer"][];
            conventions: components["schemas"]["DocumentUseAnswer"][];
        };
        ReferenceDocumentListAnswer: {
            items: components["schemas"]["ReferenceDocumentAnswer"][];
        };
        LadderInWordsAnswer: {
            name: string;
            says: string[];
            recalls: string[];
        };
        LadderSetAnswer: {
            id: string;
            label: string;
            of: "reglement" | "set";
            ladders: components["schemas"]["LadderInWordsAnswer"][];
            poles: components["schemas"]["NamedPoleAnswer"][];
        };
        LadderSetListAnswer: {
            items: components["schemas"]["LadderSetAnswer"][];
        };
        ClockAnswer: {
            mode: "stepping" | "running";
            now: string;
            today: CivilDate;
        };
        ClockBody: {
            to: CivilDate;
        };
        ClockSteppedAnswer: {
            clock: components["schemas"]["ClockAnswer"];
            alarms: number;
            stuck: string[];
        };
    };
    responses: {
        Problem400: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["ProblemAnswer"];
            };
        };
        Problem401: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["ProblemAnswer"];
            };
        };
        Problem403: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["ProblemAnswer"];
            };
        };
        Problem422: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["ProblemAnswer"];
            };
        };
        Problem429: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["ProblemAnswer"];
            };
        };
        Problem503: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["ProblemAnswer"];
            };
        };
        Problem404: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["ProblemAnswer"];
            };
        };
        Problem409: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["ProblemAnswer"];
            };
        };
        Problem412: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["ProblemAnswer"];
            };
        };
        Problem413: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["ProblemAnswer"];
            };
        };
        Problem415: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["ProblemAnswer"];
            };
        };
    };
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    "list-poles": {
        parameters: {
            query?: {
                q?: string;
                stage?: "initiative" | "preparation" | "instruction" | "decision" | "signature" | "payment" | "running" | "settlement" | "suspended" | "refused" | "withdrawn" | "abandoned" | "terminated" | "revoked" | "abrogated" | "closed";
                year?: string;
                held?: "true" | "false";
                late?: "true" | "false";
                pays?: string;
                referent?: string;
                sort?: "name" | "-name" | "pays" | "-pays" | "stage" | "-stage" | "next-due" | "-next-due" | "days-late" | "-days-late" | "voted" | "-voted" | "paid" | "-paid" | "declared" | "-declared";
                after?: string;
                limit?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PoleListAnswer"];
                    "text/csv": string;
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    "declare-initiative": {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
                "If-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["InitiativeBody"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ActDoneAnswer"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    "list-poles-csv": {
        parameters: {
            query?: {
                q?: string;
                stage?: "initiative" | "preparation" | "instruction" | "decision" | "signature" | "payment" | "running" | "settlement" | "suspended" | "refused" | "withdrawn" | "abandoned" | "terminated" | "revoked" | "abrogated" | "closed";
                year?: string;
                held?: "true" | "false";
                late?: "true" | "false";
                pays?: string;
                referent?: string;
                sort?: "name" | "-name" | "pays" | "-pays" | "stage" | "-stage" | "next-due" | "-next-due" | "days-late" | "-days-late" | "voted" | "-voted" | "paid" | "-paid" | "declared" | "-declared";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/csv": string;
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    "pole-names": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PoleNamesAnswer"];
                };
            };
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    "read-pole": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                poleId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PoleAnswer"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    "read-timeline": {
        parameters: {
            query?: {
                lines?: "all" | "facts";
                q?: string;
                order?: "asc" | "desc";
                after?: string;
                limit?: string;
            };
            header?: never;
            path: {
                poleId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TimelineAnswer"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    "read-pole-people": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                poleId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PolePeopleAnswer"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    "read-pole-acts": {
        parameters: {
            query?: {
                standing?: "open" | "not-yet" | "over";
                limit?: string;
            };
            header?: never;
            path: {
                poleId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PoleActsAnswer"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    "read-bank-details": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                poleId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["BankDetailsReadingBody"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BankDetailsAnswer"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    "read-access-log": {
        parameters: {
            query?: {
                pole?: string;
                after?: string;
                limit?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AccessLogAnswer"];
                };
            };
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    "form-local-group": {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
                "If-Match"?: string;
            };
            path: {
                poleId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["LocalGroupBody"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ActDoneAnswer"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    "designate-council": {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
                "If-Match"?: string;
            };
            path: {
                poleId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CouncilDesignationBody"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ActDoneAnswer"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    "label-pole": {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
                "If-Match"?: string;
            };
            path: {
                poleId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PoleLabellingBody"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ActDoneAnswer"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    "request-study-grant": {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
                "If-Match"?: string;
            };
            path: {
                poleId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["StudyGrantRequestBody"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ActDoneAnswer"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    "skip-study": {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
                "If-Match"?: string;
            };
            path: {
                poleId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReasonBody"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ActDoneAnswer"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    "deliver-study": {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
                "If-Match"?: string;
            };
            path: {
                poleId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["StudyReportBody"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ActDoneAnswer"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    "review-study": {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
                "If-Match"?: string;
            };
            path: {
                poleId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["StudyReviewBody"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ActDoneAnswer"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    "give-opinion": {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
                "If-Match"?: string;
            };
            path: {
                poleId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["OpinionBody"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ActDoneAnswer"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    "pass-over-opinion": {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
                "If-Match"?: string;
            };
            path: {
                poleId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReasonBody"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ActDoneAnswer"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    "waive-opinion": {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
                "If-Match"?: string;
            };
            path: {
                poleId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReasonBody"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ActDoneAnswer"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    "file-revised-project": {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
                "If-Match"?: string;
            };
            path: {
                poleId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RevisedProjectBody"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ActDoneAnswer"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    "hold-cress-meeting": {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
                "If-Match"?: string;
            };
            path: {
                poleId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CressMeetingBody"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ActDoneAnswer"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    "write-legitimation-note": {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
                "If-Match"?: string;
            };
            path: {
                poleId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["LegitimationNoteBody"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ActDoneAnswer"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    "examine-successor": {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
                "If-Match"?: string;
            };
            path: {
                awardId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SuccessorNoteBody"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ActDoneAnswer"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    "request-grant": {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
                "If-Match"?: string;
            };
            path: {
                poleId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["GrantRequestBody"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ActDoneAnswer"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    "request-year-grant": {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
                "If-Match"?: string;
            };
            path: {
                awardId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["YearGrantRequestBody"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ActDoneAnswer"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    "request-amendment": {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
                "If-Match"?: string;
            };
            path: {
                awardId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AmendmentBody"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ActDoneAnswer"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    "acknowledge-request": {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
                "If-Match"?: string;
            };
            path: {
                awardId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DatedBody"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ActDoneAnswer"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    "demand-pieces": {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
                "If-Match"?: string;
            };
            path: {
                awardId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PieceDemandBody"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ActDoneAnswer"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    "deliver-pieces": {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
                "If-Match"?: string;
            };
            path: {
                awardId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PieceDeliveryBody"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ActDoneAnswer"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    "report-instruction": {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
                "If-Match"?: string;
            };
            path: {
                awardId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["InstructionReportBody"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ActDoneAnswer"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    "enter-agenda": {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
                "If-Match"?: string;
            };
            path: {
                awardId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AgendaEntryBody"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ActDoneAnswer"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    "record-vote": {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
                "If-Match"?: string;
            };
            path: {
                awardId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["VoteBody"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ActDoneAnswer"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    "transmit-deliberation": {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
                "If-Match"?: string;
            };
            path: {
                awardId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TransmissionBody"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ActDoneAnswer"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    "record-legality-letter": {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
                "If-Match"?: string;
            };
            path: {
                awardId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["LegalityLetterBody"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ActDoneAnswer"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    "answer-legality-letter": {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
                "If-Match"?: string;
            };
            path: {
                awardId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["LegalityReplyBody"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ActDoneAnswer"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    "record-court-decision": {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
                "If-Match"?: string;
            };
            path: {
                awardId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CourtRulingBody"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ActDoneAnswer"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    "publish-deliberation": {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
                "If-Match"?: string;
            };
            path: {
                awardId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DatedBody"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ActDoneAnswer"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    "notify-grant": {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
                "If-Match"?: string;
            };
            path: {
                awardId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NotificationBody"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ActDoneAnswer"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    "notify-refusal": {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
                "If-Match"?: string;
            };
            path: {
                awardId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NotificationBody"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ActDoneAnswer"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    "sign-convention": {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
                "If-Match"?: string;
            };
            path: {
                awardId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SignatureBody"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ActDoneAnswer"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    "notify-convention": {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
                "If-Match"?: string;
            };
            path: {
                awardId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NotificationBody"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ActDoneAnswer"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    "publish-essential-data": {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
                "If-Match"?: string;
            };
            path: {
                awardId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DatedBody"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ActDoneAnswer"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    "lapse-amendment": {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
                "If-Match"?: string;
            };
            path: {
                awardId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DatedBody"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ActDoneAnswer"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    "preview-amendment": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                awardId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AmendmentPreviewAnswer"];
                };
            };
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    "open-post": {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
                "If-Match"?: string;
            };
            path: {
                poleId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PostShareBody"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ActDoneAnswer"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    "fill-post": {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
                "If-Match"?: string;
            };
            path: {
                poleId: string;
                post: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PostShareBody"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ActDoneAnswer"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    "vacate-post": {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
                "If-Match"?: string;
            };
            path: {
                poleId: string;
                post: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DatedBody"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ActDoneAnswer"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    "end-post": {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
                "If-Match"?: string;
            };
            path: {
                poleId: string;
                post: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DatedBody"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ActDoneAnswer"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    "seek-cofunding": {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
                "If-Match"?: string;
            };
            path: {
                awardId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CofundingRequestBody"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ActDoneAnswer"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    "record-cofunding-decision": {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
                "If-Match"?: string;
            };
            path: {
                poleId: string;
                contribution: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CofundingDecisionBody"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ActDoneAnswer"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    "reduce-cofunding": {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
                "If-Match"?: string;
            };
            path: {
                poleId: string;
                contribution: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CofundingReductionBody"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ActDoneAnswer"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    "claim-instalment": {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
                "If-Match"?: string;
            };
            path: {
                awardId: string;
                year: number;
                number: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ClaimBody"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ActDoneAnswer"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    "prepare-liquidation": {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
                "If-Match"?: string;
            };
            path: {
                awardId: string;
                year: number;
                number: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["LiquidationBody"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ActDoneAnswer"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    "validate-liquidation": {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
                "If-Match"?: string;
            };
            path: {
                awardId: string;
                year: number;
                number: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DatedBody"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ActDoneAnswer"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    "return-liquidation": {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
                "If-Match"?: string;
            };
            path: {
                awardId: string;
                year: number;
                number: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReasonBody"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ActDoneAnswer"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    "record-payment-order": {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
                "If-Match"?: string;
            };
            path: {
                awardId: string;
                year: number;
                number: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PaymentOrderBody"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ActDoneAnswer"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    "record-payment": {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
                "If-Match"?: string;
            };
            path: {
                awardId: string;
                year: number;
                number: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PaymentBody"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ActDoneAnswer"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    "record-payment-rejection": {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
                "If-Match"?: string;
            };
            path: {
                awardId: string;
                year: number;
                number: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PaymentRejectionBody"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ActDoneAnswer"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    "file-activity-report": {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
                "If-Match"?: string;
            };
            path: {
                awardId: string;
                year: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ActivityReportBody"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ActDoneAnswer"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    "file-indicators": {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
                "If-Match"?: string;
            };
            path: {
                awardId: string;
                year: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["IndicatorsBody"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ActDoneAnswer"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    "file-financial-report": {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
                "If-Match"?: string;
            };
            path: {
                awardId: string;
                year: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["FinancialReportBody"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ActDoneAnswer"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    "file-accounts": {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
                "If-Match"?: string;
            };
            path: {
                awardId: string;
                year: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["FiledReportBody"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ActDoneAnswer"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    "review-report": {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
                "If-Match"?: string;
            };
            path: {
                awardId: string;
                year: number;
                report: "activity-report" | "indicators" | "financial-report" | "approved-accounts";
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReportReviewBody"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ActDoneAnswer"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    "return-report": {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
                "If-Match"?: string;
            };
            path: {
                awardId: string;
                year: number;
                report: "activity-report" | "indicators" | "financial-report" | "approved-accounts";
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReportReturnBody"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ActDoneAnswer"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    "reopen-report": {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
                "If-Match"?: string;
            };
            path: {
                awardId: string;
                year: number;
                report: "activity-report" | "indicators" | "financial-report" | "approved-accounts";
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReasonBody"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ActDoneAnswer"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    "accept-report": {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
                "If-Match"?: string;
            };
            path: {
                awardId: string;
                year: number;
                report: "activity-report" | "indicators" | "financial-report" | "approved-accounts";
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DatedBody"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ActDoneAnswer"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    campaign: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                year: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CampaignSheetAnswer"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    "list-instalments": {
        parameters: {
            query: {
                state: "later" | "to-claim" | "to-liquidate" | "to-validate" | "to-order" | "to-pay" | "paid" | "lapsed" | "held";
                q?: string;
                year?: string;
                referent?: string;
                after?: string;
                limit?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InstalmentListAnswer"];
                    "text/csv": string;
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    "list-instalments-csv": {
        parameters: {
            query: {
                state: "later" | "to-claim" | "to-liquidate" | "to-validate" | "to-order" | "to-pay" | "paid" | "lapsed" | "held";
                q?: string;
                year?: string;
                referent?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/csv": string;
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    "list-reports": {
        parameters: {
            query?: {
                year?: string;
                q?: string;
                referent?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReportListAnswer"];
                    "text/csv": string;
                };
            };
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    "list-reports-csv": {
        parameters: {
            query?: {
                year?: string;
                q?: string;
                referent?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/csv": string;
                };
            };
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    "suspend-dossier": {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
                "If-Match"?: string;
            };
            path: {
                poleId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReasonBody"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ActDoneAnswer"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    "resume-dossier": {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
                "If-Match"?: string;
            };
            path: {
                poleId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReasonBody"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ActDoneAnswer"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    "record-final-evaluation": {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
                "If-Match"?: string;
            };
            path: {
                awardId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["FinalEvaluationBody"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ActDoneAnswer"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    "request-renewal": {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
                "If-Match"?: string;
            };
            path: {
                poleId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["GrantRequestBody"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ActDoneAnswer"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    "settle-former-carrier": {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
                "If-Match"?: string;
            };
            path: {
                awardId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DatedBody"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ActDoneAnswer"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    "invite-observations": {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
                "If-Match"?: string;
            };
            path: {
                awardId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["InvitationBody"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ActDoneAnswer"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    "present-observations": {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
                "If-Match"?: string;
            };
            path: {
                awardId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ObservationsBody"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ActDoneAnswer"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    "withdraw-project": {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
                "If-Match"?: string;
            };
            path: {
                poleId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReasonBody"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ActDoneAnswer"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    "acknowledge-withdrawal": {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
                "If-Match"?: string;
            };
            path: {
                poleId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DatedBody"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ActDoneAnswer"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    "abandon-pole": {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
                "If-Match"?: string;
            };
            path: {
                poleId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReasonBody"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ActDoneAnswer"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    "terminate-by-region": {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
                "If-Match"?: string;
            };
            path: {
                poleId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["FoundedBody"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ActDoneAnswer"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    "give-formal-notice": {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
                "If-Match"?: string;
            };
            path: {
                awardId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["FoundedBody"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ActDoneAnswer"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    "revoke-grant": {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
                "If-Match"?: string;
            };
            path: {
                awardId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RevocationBody"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ActDoneAnswer"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    "withdraw-for-commitment": {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
                "If-Match"?: string;
            };
            path: {
                awardId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CommitmentWithdrawalBody"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ActDoneAnswer"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    "abrogate-grant": {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
                "If-Match"?: string;
            };
            path: {
                awardId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AbrogationBody"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ActDoneAnswer"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    "settle-cycle": {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
                "If-Match"?: string;
            };
            path: {
                awardId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DatedBody"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ActDoneAnswer"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    "record-recovery-order": {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
                "If-Match"?: string;
            };
            path: {
                awardId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RecoveryOrderBody"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ActDoneAnswer"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    "record-recovery": {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
                "If-Match"?: string;
            };
            path: {
                awardId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DatedBody"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ActDoneAnswer"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    "waive-recovery": {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
                "If-Match"?: string;
            };
            path: {
                awardId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReasonBody"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ActDoneAnswer"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    "close-dossier": {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
                "If-Match"?: string;
            };
            path: {
                poleId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DatedBody"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ActDoneAnswer"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    "override-block": {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
                "If-Match"?: string;
            };
            path: {
                poleId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["OverrideBody"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ActDoneAnswer"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    "retract-fact": {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
                "If-Match"?: string;
            };
            path: {
                poleId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RetractionBody"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ActDoneAnswer"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    "rectify-represented-body": {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
                "If-Match"?: string;
            };
            path: {
                poleId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RepresentedBody"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ActDoneAnswer"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    "mark-step-not-applicable": {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
                "If-Match"?: string;
            };
            path: {
                poleId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["StepBody"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ActDoneAnswer"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    "remind-debtor": {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
                "If-Match"?: string;
            };
            path: {
                obligationId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DatedBody"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ActDoneAnswer"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    "request-extension": {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
                "If-Match"?: string;
            };
            path: {
                obligationId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MoreTimeBody"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ActDoneAnswer"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    "grant-extension": {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
                "If-Match"?: string;
            };
            path: {
                obligationId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MoreTimeBody"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ActDoneAnswer"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    "refuse-extension": {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
                "If-Match"?: string;
            };
            path: {
                obligationId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReasonBody"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ActDoneAnswer"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    "waive-obligation": {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
                "If-Match"?: string;
            };
            path: {
                obligationId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReasonBody"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ActDoneAnswer"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    "apply-ladders": {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
                "If-Match"?: string;
            };
            path: {
                poleId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["LaddersBody"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ActDoneAnswer"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    "assign-referent": {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
                "If-Match"?: string;
            };
            path: {
                poleId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReferentBody"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ActDoneAnswer"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    "my-obligations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OwedListAnswer"];
                };
            };
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    "my-desk": {
        parameters: {
            query?: {
                mine?: "true" | "false";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DeskAnswer"];
                };
            };
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    "my-requests": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RequestListAnswer"];
                };
            };
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    "read-obligation": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                obligationId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ObligationAnswer"];
                };
            };
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    "attach-document": {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
                "If-Match"?: string;
            };
            path: {
                poleId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AttachmentBody"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ActDoneAnswer"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    "read-documents": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                poleId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DocumentsAnswer"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    "deposit-document": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                poleId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "multipart/form-data": {
                    file: string;
                };
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DepositAnswer"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    "read-document": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                poleId: string;
                hash: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/octet-stream": string;
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    "make-calendar": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CalendarAnswer"];
                };
            };
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    "revoke-calendar": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CalendarClosedAnswer"];
                };
            };
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    "followed-poles": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FollowedPolesAnswer"];
                };
            };
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    "follow-pole": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                poleId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FollowingAnswer"];
                };
            };
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    "leave-pole": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                poleId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FollowingAnswer"];
                };
            };
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    "list-contacts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ContactListAnswer"];
                };
            };
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    "add-contact": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ContactBody"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IdentifiedAnswer"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    "change-contact": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                contactId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ContactChangeBody"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IdentifiedAnswer"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    "restore-address": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                contactId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RestorationAnswer"];
                };
            };
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    "set-preference": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                contactId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PreferenceBody"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PreferenceAnswer"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    "add-absence": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                contactId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AbsenceBody"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AbsenceNotedAnswer"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    "end-absence": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                contactId: string;
                absenceId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IdentifiedAnswer"];
                };
            };
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    "change-absence": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                contactId: string;
                absenceId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AbsenceChangeBody"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AbsenceNotedAnswer"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    "my-contacts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ContactListAnswer"];
                };
            };
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    "preview-ladders": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                poleId: string;
                ladders: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LadderPreviewAnswer"];
                };
            };
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    forecast: {
        parameters: {
            query?: {
                pole?: string;
                days?: 30 | 90 | 365;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ForecastAnswer"];
                };
            };
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    "reminders-usefulness": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UsefulnessAnswer"];
                };
            };
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    "reminders-reconciliation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReconciliationAnswer"];
                };
            };
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    "list-templates": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TemplateListAnswer"];
                };
            };
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    "preview-template": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                name: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TemplatePreviewAnswer"];
                };
            };
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    "note-bounce": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["BounceBody"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BounceNotedAnswer"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    "list-tasks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TaskListAnswer"];
                };
            };
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    "close-task": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                taskId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IdentifiedAnswer"];
                };
            };
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    "list-pays": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PaysListAnswer"];
                };
            };
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    "pays-contours": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ContoursAnswer"];
                };
            };
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    "list-rights": {
        parameters: {
            query?: {
                account?: string;
                role?: "instructor" | "manager" | "finance" | "adviser" | "council" | "carrier" | "cofunder" | "auditor" | "admin";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RightListAnswer"];
                };
            };
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    "give-right": {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RightBody"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IdentifiedAnswer"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    "end-right": {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
            };
            path: {
                rightId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["EndingBody"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IdentifiedAnswer"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    "read-body": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                siret: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BodyAnswer"];
                };
            };
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    "name-body": {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
            };
            path: {
                siret: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["OfficialNameBody"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BodyNamedAnswer"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    "list-reglements": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReglementVersionListAnswer"];
                };
            };
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    "read-reglement": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                reglementId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReglementTextAnswer"];
                };
            };
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    "compare-reglements": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                reglementId: string;
                otherId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReglementChangesAnswer"];
                };
            };
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    "list-reference-documents": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReferenceDocumentListAnswer"];
                };
            };
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    "list-ladder-sets": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LadderSetListAnswer"];
                };
            };
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    "read-clock": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ClockAnswer"];
                };
            };
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    "step-clock": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ClockBody"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ClockSteppedAnswer"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    "stop-clock": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ClockAnswer"];
                };
            };
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            409: components["responses"]["Problem409"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    "read-calendar": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                file: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/calendar": string;
                };
            };
            404: components["responses"]["Problem404"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
}
