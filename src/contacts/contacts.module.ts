import { Module } from '@nestjs/common';
import { ContactReads } from '../database/contact-reads.js';
import { AbsencesController } from './absences-controller.js';
import { ContactsController } from './contacts-controller.js';
import { MyContactsController } from './my-contacts-controller.js';

@Module({ controllers: [ContactsController, AbsencesController, MyContactsController], providers: [ContactReads] })
export class ContactsModule {}
