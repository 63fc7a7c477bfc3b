"""How does our Telegram tell what it knows, in the Bot API's own shapes?"""

from tests.edges.botapi.state import ADMIN_RIGHTS, Chat, Json, Link, Member, Message, User

_PERMISSIONS = (
    "can_send_messages",
    "can_send_audios",
    "can_send_documents",
    "can_send_photos",
    "can_send_videos",
    "can_send_video_notes",
    "can_send_voice_notes",
    "can_send_polls",
    "can_send_other_messages",
    "can_add_web_page_previews",
    "can_react_to_messages",
    "can_edit_tag",
    "can_change_info",
    "can_invite_users",
    "can_pin_messages",
    "can_manage_topics",
)
_GIFTS = ("unlimited_gifts", "limited_gifts", "unique_gifts", "premium_subscription", "gifts_from_channels")


def user(one: User) -> Json:
    """Tell of a user."""
    told: Json = {"id": one.id, "is_bot": one.is_bot, "first_name": one.first_name}
    if one.username:
        told["username"] = one.username
    if not one.is_bot:
        told["language_code"] = one.language
    return told


def chat(one: Chat, people: dict[int, User]) -> Json:
    """Tell of a chat, shortly."""
    told: Json = {"id": one.id, "type": one.type}
    if one.type == "private":
        told["first_name"] = people[one.id].first_name
    else:
        told["title"] = one.title
    if one.is_forum:
        told["is_forum"] = True
    return told


def full_chat(one: Chat, people: dict[int, User]) -> Json:
    """Tell of a chat at length, as getChat does."""
    gifts = dict.fromkeys(
        ("unlimited_gifts", "limited_gifts", "unique_gifts", "premium_subscription", "gifts_from_channels"), False
    )
    return {**chat(one, people), "accent_color_id": 0, "max_reaction_count": 11, "accepted_gift_types": gifts}


def message(one: Message, where: Chat, people: dict[int, User], deep: bool = True) -> Json:
    """Tell of a message; one that it answers is told without what that one answers in turn."""
    told: Json = {
        "message_id": one.id,
        "date": one.date,
        "chat": chat(where, people),
        "from": user(people[one.sender]),
        **one.service,
    }
    if one.text:
        told["caption" if one.media else "text"] = one.text
    if one.entities:
        told["caption_entities" if one.media else "entities"] = one.entities
    told |= one.media
    if one.edited is not None:
        told["edit_date"] = one.edited
    if one.markup is not None and "inline_keyboard" in one.markup:
        told["reply_markup"] = one.markup
    if one.topic is not None:
        told |= {"message_thread_id": one.topic, "is_topic_message": True}
    answered = where.find(one.reply_to if one.reply_to is not None else one.topic or 0)
    if deep and answered is not None and answered.id != one.id:
        told["reply_to_message"] = message(answered, where, people, deep=False)
    return told


def media(file_id: str, name: str, kind: str, content: bytes) -> Json:
    """Tell of a file: a picture as a photo, anything else as a document."""
    told: Json = {"file_id": file_id, "file_unique_id": f"u{file_id}", "file_size": len(content)}
    if kind.startswith("image/"):
        return {"photo": [{**told, "width": 640, "height": 480}]}
    return {"document": {**told, "file_name": name, "mime_type": kind}}


def member(one: Member, who: User) -> Json:
    """Tell how a user stands in a chat."""
    told: Json = {"status": one.status, "user": user(who)}
    match one.status:
        case "creator":
            told["is_anonymous"] = False
        case "administrator":
            told |= {"can_be_edited": False, "is_anonymous": False}
            told |= {right: right in one.rights for right in ADMIN_RIGHTS}
        case "restricted":
            told |= {"is_member": True, "until_date": 0}
            told |= dict.fromkeys(_PERMISSIONS, one.may_speak)
        case "kicked":
            told["until_date"] = 0
    return told


def link(one: Link, people: dict[int, User]) -> Json:
    """Tell of an invite link."""
    told: Json = {
        "invite_link": one.url,
        "creator": user(people[one.creator]),
        "creates_join_request": one.asks,
        "is_primary": False,
        "is_revoked": one.revoked,
    }
    if one.name:
        told["name"] = one.name
    if one.member_limit is not None:
        told["member_limit"] = one.member_limit
    return told
