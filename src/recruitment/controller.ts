import { actsController } from '../api/acts-controller.js';
import { DatedBody } from '../api/bodies.js';
import { ActBody } from '../api/body.js';
import { Count } from '../api/fields.js';

class PostShareBody extends ActBody {
  @Count({ description: 'Part de temps plein, en pour cent', unit: '%', least: 1, most: 100, example: 80 })
  share!: number;
}

export const RecruitmentController = actsController('recruitment', 'Postes de chargé·e de mission', {
  'open-post': PostShareBody,
  'fill-post': PostShareBody,
  'vacate-post': DatedBody,
  'end-post': DatedBody,
});
