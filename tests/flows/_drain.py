import asyncio
from datetime import timedelta
from core.messenger.fit import fit
from core.messenger.port import Home, Post
from core.texts.translator import reader
from core.app.queue import Deed
from core.errors import *

async def deliver(store, messenger, app, clock):
    while True:
        got = await store.outbox.lease("t", [messenger.name], clock.now(), clock.now() + timedelta(seconds=60), 50)
        if not got:
            await asyncio.sleep(0.01)
            continue
        for leased in got:
            s = leased.sending
            try:
                match s.deed:
                    case Deed.SEND | Deed.EDIT:
                        chat = leased.chat
                        if chat is None:
                            chat = await messenger.open_private(leased.account)
                            await store.outbox.opened(s.id, chat)
                        post = Post(chat, s.id, (), language=leased.language)
                        post = fit(s.message, s.keys, messenger.capabilities(chat), reader(leased.language, leased.zone or "UTC"), post)
                        if s.deed is Deed.SEND:
                            ref = await messenger.send(post)
                            await store.outbox.done(s.id, ref, clock.now())
                        else:
                            if leased.edits:
                                await messenger.edit(leased.edits, post)
                            await store.outbox.done(s.id, None, clock.now())
                    case Deed.HOME:
                        try:
                            made = await messenger.make_home(Home(s.data["token"], s.data["title"], leased.members, leased.chat, leased.language))
                        except Undeliverable:
                            await app.home_failed(s)
                        else:
                            await app.home_made(s, made)
                    case Deed.ADMIT:
                        await app.admitted(s, await messenger.admit(leased.chat, leased.account))
                    case Deed.DISMISS:
                        await messenger.dismiss(leased.chat, leased.account)
                        await store.outbox.done(s.id, None, clock.now())
            except SociumError as e:
                print("UNDELIVERED", s, repr(e))
                await store.outbox.give_up(s.id, str(e), clock.now())
