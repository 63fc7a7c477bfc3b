"""What do messengers send us on an ordinary day? As recorded, with other names."""

from typing import Any

Payload = dict[str, Any]

_LENA = {"id": 5, "is_bot": False, "first_name": "Lena", "last_name": "W", "language_code": "de", "username": "lena"}
_BOT = {"id": 7, "is_bot": True, "first_name": "Socium", "username": "Socium_bot"}
_ROOM = {"id": -1001, "type": "supergroup", "title": "Square", "is_forum": True}
_ALONE = {"id": 5, "type": "private", "first_name": "Lena"}
_AT = 1_779_271_200


def _message(chat: Payload, **more: Any) -> Payload:
    return {"message_id": 3, "date": _AT, "chat": chat, "from": _LENA, **more}


_OURS = {"message_id": 2, "date": _AT, "chat": _ROOM, "from": _BOT, "text": "Who brings tea?"}
_TOPIC = {**_OURS, "forum_topic_created": {"name": "⇄ Garden", "icon_color": 1}}
_PHOTO = [{"file_id": "a", "file_unique_id": "b", "width": 9, "height": 9, "file_size": 900}]
_DOCUMENT = {"file_id": "a", "file_unique_id": "b", "file_name": "plan.pdf", "mime_type": "application/pdf"}


def _member(user: Payload, status: str, **more: Any) -> Payload:
    return {"user": user, "status": status, **more}


def _changes(old: Payload, new: Payload) -> Payload:
    return {"chat": _ROOM, "from": _LENA, "date": _AT, "old_chat_member": old, "new_chat_member": new}


_SILENCED = {
    "is_member": True, "until_date": 0, "can_send_messages": False, "can_send_audios": False,
    "can_send_documents": False, "can_send_photos": False, "can_send_videos": False, "can_send_video_notes": False,
    "can_send_voice_notes": False, "can_send_polls": False, "can_send_other_messages": False,
    "can_add_web_page_previews": False, "can_change_info": False, "can_invite_users": False, "can_pin_messages": False,
    "can_manage_topics": False,
}  # fmt: skip

_TELEGRAM_KINDS: tuple[tuple[str, Payload], ...] = (
    ("message", _message(_ROOM, text="/propose@socium_bot Repair café | need: tea | 3-7 people | by 20 May")),
    ("message", _message(_ALONE, text="by 20 May")),
    ("message", _message(_ROOM, text="I do", reply_to_message=_OURS)),
    ("message", _message(_ROOM, text="/share", reply_to_message=_message(_ROOM, text="Look", photo=_PHOTO))),
    ("message", _message(_ROOM, text="Hello", message_thread_id=2, is_topic_message=True, reply_to_message=_TOPIC)),
    ("message", _message(_ALONE, photo=_PHOTO, caption="The bench")),
    ("message", _message(_ALONE, document=_DOCUMENT)),
    ("message", _message(_ROOM, text="/start token")),
    ("message", _message(_ALONE, chat_shared={"request_id": 1, "chat_id": -1002, "title": "Home"})),
    ("message", _message(_ROOM, new_chat_members=[_LENA])),
    ("message", _message(_ROOM, left_chat_member=_LENA)),
    ("message", _message(_ROOM, migrate_to_chat_id=-1003)),
    ("edited_message", _message(_ROOM, text="I do not", edit_date=_AT + 5)),
    ("callback_query", {"id": "1", "from": _LENA, "chat_instance": "1", "data": "abcdefgh23456789", "message": _OURS}),
    ("my_chat_member", _changes(_member(_BOT, "member"), _member(_BOT, "left"))),
    ("my_chat_member", _changes(_member(_BOT, "left"), _member(_BOT, "restricted", **_SILENCED))),
    ("chat_member", _changes(_member(_LENA, "left"), _member(_LENA, "member"))),
    ("message_reaction", {
        "chat": _ROOM, "message_id": 2, "user": _LENA, "date": _AT,
        "old_reaction": [], "new_reaction": [{"type": "emoji", "emoji": "👍"}],
    }),
)  # fmt: skip

TELEGRAM: tuple[Payload, ...] = tuple(
    {"update_id": 11 + place, kind: what} for place, (kind, what) in enumerate(_TELEGRAM_KINDS)
)

_INFO = {"mimetype": "image/png", "size": 900}
_CIPHER = {"url": "mxc://h/x", "key": {"k": "a"}, "iv": "b", "hashes": {"sha256": "c"}, "v": "v2"}


def _event(kind: str, content: Payload, **more: Any) -> Payload:
    return {
        "type": kind,
        "content": content,
        "sender": "@lena:localhost",
        "event_id": "$1",
        "origin_server_ts": 1_779_271_200_000,
        "room_id": "!room:localhost",
        "unsigned": {"age": 5},
        **more,
    }


def _text(body: str, **more: Any) -> Payload:
    return _event("m.room.message", {"msgtype": "m.text", "body": body, **more})


MATRIX: tuple[Payload, ...] = (
    _text("!propose Repair café | need: tea | 3-7 people | by 20 May"),
    _text("Socium: help", format="org.matrix.custom.html", formatted_body="<b>Socium</b>: help"),
    _text("> <@ada:localhost> Look\n\n!share", **{"m.relates_to": {"m.in_reply_to": {"event_id": "$0"}}}),
    _text(
        "* new",
        **{
            "m.new_content": {"msgtype": "m.text", "body": "new"},
            "m.relates_to": {"rel_type": "m.replace", "event_id": "$0"},
        },
    ),
    _event("m.room.message", {"msgtype": "m.image", "body": "bench.png", "url": "mxc://localhost/a", "info": _INFO}),
    _event("m.room.message", {"msgtype": "m.file", "body": "x", "filename": "plan", "file": _CIPHER, "info": _INFO}),
    _event("m.room.message", {"msgtype": "m.notice", "body": "beep"}),
    _event("m.reaction", {"m.relates_to": {"rel_type": "m.annotation", "event_id": "$0", "key": "1️⃣"}}),
    _event("m.room.redaction", {"reason": "oops", "redacts": "$0"}, redacts="$0"),
    _event("m.room.member", {"membership": "join", "displayname": "Lena"}, state_key="@lena:localhost"),
    _event(
        "m.room.member",
        {"membership": "leave"},
        state_key="@lena:localhost",
        unsigned={"prev_content": {"membership": "join"}, "prev_sender": "@lena:localhost"},
    ),
    _event(
        "m.room.member",
        {"membership": "join"},
        state_key="@socium:localhost",
        sender="@socium:localhost",
        unsigned={"prev_content": {"membership": "invite"}, "prev_sender": "@lena:localhost"},
    ),
    _event("m.room.tombstone", {"body": "moved", "replacement_room": "!new:localhost"}, state_key=""),
    _event("m.room.encrypted", {"algorithm": "m.megolm.v1.aes-sha2", "ciphertext": "x", "session_id": "y"}),
)

_USER = {"id": "5", "username": "lena", "global_name": "Lena", "discriminator": "0", "avatar": None}
_MEMBER = {
    "user": _USER, "roles": [], "joined_at": "2026-05-01T10:00:00+00:00", "deaf": False, "mute": False, "flags": 0,
    "permissions": "2147483647",
}  # fmt: skip
_WHERE = {"id": "100", "type": 0, "guild_id": "90", "name": "square", "position": 0, "permissions": "2147483647"}
_DM = {"id": "101", "type": 1, "recipients": [_USER]}
_INTEGRATED = {"authorizing_integration_owners": {"0": "90"}, "context": 0, "entitlements": []}


def _written(number: str, **more: Any) -> Payload:
    return {
        "id": number, "channel_id": "101", "author": _USER, "content": "by 20 May", "type": 0, "tts": False,
        "timestamp": "2026-05-20T10:00:00+00:00", "edited_timestamp": None, "mention_everyone": False, "mentions": [],
        "mention_roles": [], "attachments": [], "embeds": [], "pinned": False, "flags": 0, "components": [],
        "channel_type": 1, **more,
    }  # fmt: skip


def _interaction(kind: int, data: Payload, **more: Any) -> Payload:
    return {
        "id": "1300000000000000000", "application_id": "7", "type": kind, "token": "t", "version": 1, "locale": "de",
        "guild_id": "90", "guild_locale": "en-US", "channel_id": "100", "channel": _WHERE, "member": _MEMBER,
        "app_permissions": "2147483647", "data": data, "attachment_size_limit": 1, **_INTEGRATED, **more,
    }  # fmt: skip


_FILE = {
    "id": "8", "filename": "bench.png", "size": 900, "content_type": "image/png; x",
    "url": "https://cdn.discordapp.com/attachments/1/2/bench.png", "proxy_url": "https://media.discordapp.net/x",
}  # fmt: skip
_OPTIONS = [{"name": "what", "type": 3, "value": "Repair café"}, {"name": "need", "type": 3, "value": "tea"}]
_TYPING = [{"name": "zone", "type": 3, "value": "Ber", "focused": True}]
_FIELDS = [{"type": 1, "components": [{"type": 4, "custom_id": "what", "value": "Tea"}]}]
_UNDER = {"messages": {"9": _written("9", content="Look", attachments=[_FILE])}, "users": {"5": _USER}}

DISCORD: tuple[Payload, ...] = (
    {"t": "INTERACTION_CREATE", "d": _interaction(2, {"id": "1", "name": "propose", "type": 1, "options": _OPTIONS})},
    {"t": "INTERACTION_CREATE", "d": _interaction(2, {"id": "1", "name": "group", "type": 1})},
    {"t": "INTERACTION_CREATE", "d": _interaction(
        3, {"custom_id": "abcdefgh23456789", "component_type": 2}, message=_written("9", channel_id="100")
    )},
    {"t": "INTERACTION_CREATE", "d": _interaction(4, {"id": "1", "name": "zone", "type": 1, "options": _TYPING})},
    {"t": "INTERACTION_CREATE", "d": _interaction(5, {"custom_id": "propose", "components": _FIELDS})},
    {"t": "INTERACTION_CREATE", "d": _interaction(5, {"custom_id": "answer", "components": [
        {"type": 18, "component": {"type": 4, "custom_id": "answer", "value": "by 20 May"}}
    ]})},
    {"t": "INTERACTION_CREATE", "d": _interaction(
        2, {"id": "1", "name": "Share", "type": 3, "target_id": "9", "resolved": _UNDER}
    )},
    {"t": "MESSAGE_CREATE", "d": _written("1300000000000000001")},
    {"t": "MESSAGE_CREATE", "d": _written("1300000000000000002", attachments=[_FILE], content="")},
    {"t": "MESSAGE_CREATE", "d": _written(
        "1300000000000000003", type=19, message_reference={"message_id": "9", "channel_id": "101"},
        referenced_message=_written("9"),
    )},
    {"t": "MESSAGE_UPDATE", "d": _written("1300000000000000001", edited_timestamp="2026-05-20T10:01:00+00:00")},
    {"t": "MESSAGE_DELETE", "d": {"id": "9", "channel_id": "101"}},
    {"t": "MESSAGE_DELETE_BULK", "d": {"ids": ["9", "10"], "channel_id": "100", "guild_id": "90"}},
    {"t": "MESSAGE_REACTION_ADD", "d": {
        "user_id": "5", "channel_id": "101", "message_id": "9", "emoji": {"id": None, "name": "👍"}, "type": 0,
        "burst": False,
    }},
    {"t": "MESSAGE_REACTION_REMOVE", "d": {
        "user_id": "5", "channel_id": "101", "message_id": "9", "emoji": {"id": "5", "name": "party"}, "type": 0,
        "burst": False,
    }},
    {"t": "THREAD_DELETE", "d": {"id": "102", "guild_id": "90", "parent_id": "100", "type": 12}},
    {"t": "CHANNEL_DELETE", "d": _WHERE},
)  # fmt: skip
