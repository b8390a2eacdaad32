import { Module } from '@nestjs/common';
import { ContactReads } from '../database/contact-reads.js';
import { Absences } from './absences.js';
import { AbsencesController } from './absences-controller.js';
import { ContactBook } from './contact-book.js';
import { ContactsController } from './contacts-controller.js';
import { MyContactsController } from './my-contacts-controller.js';

@Module({
  controllers: [ContactsController, AbsencesController, MyContactsController],
  providers: [ContactReads, ContactBook, Absences],
  exports: [ContactReads, ContactBook, Absences],
})
export class ContactsModule {}
