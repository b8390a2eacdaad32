import { Module } from '@nestjs/common';
import { ObligationsController } from './controller.js';
import { MyObligationsController } from './mine-controller.js';
import { ObligationReader } from './obligation-reader.js';
import { ObligationReadController } from './obligation-controller.js';

@Module({
  controllers: [ObligationsController, MyObligationsController, ObligationReadController],
  providers: [ObligationReader],
  exports: [ObligationReader],
})
export class ObligationsModule {}
