"""What may the bot do to chats themselves: keys, members, topics?"""

from tests.edges.botapi import shapes
from tests.edges.botapi.state import ApiError, Chat, Json, Link, Member, bad, forbidden, new_link
from tests.edges.botapi.world import World

_LINK_NAME = 32
_TOPIC_NAME = 128


class ChatMethods:
    """The methods that concern chats and who is in them."""

    def __init__(self, world: World) -> None:
        self.world = world

    def getChat(self, given: Json) -> Json:
        """Tell of a chat."""
        return shapes.full_chat(self.reachable(given["chat_id"]), self.world.people)

    def getChatMember(self, given: Json) -> Json:
        """Tell how a user stands in a chat."""
        chat = self.reachable(given["chat_id"])
        who = self.world.people.get(given["user_id"])
        if who is None:
            raise bad("user not found")
        return shapes.member(chat.standing(who.id), who)

    def createChatInviteLink(self, given: Json) -> Json:
        """Make a key."""
        chat = self.may(given["chat_id"], "can_invite_users")
        if "member_limit" in given and given.get("creates_join_request"):
            raise bad("member limit can't be specified for links requiring administrator approval")
        if not 1 <= given.get("member_limit", 1) <= 99999:
            raise bad("INVITE_LINK_LIMIT_INVALID")
        if len(given.get("name", "")) > _LINK_NAME:
            raise bad("INVITE_LINK_NAME_TOO_LONG")
        asks = given.get("creates_join_request", False)
        link = Link(new_link(), self.world.bot.id, given.get("name", ""), given.get("member_limit"), asks)
        chat.links[link.url] = link
        return shapes.link(link, self.world.people)

    def revokeChatInviteLink(self, given: Json) -> Json:
        """Take a key back."""
        chat = self.may(given["chat_id"], "can_invite_users")
        link = chat.links.get(given["invite_link"])
        if link is None:
            raise bad("INVITE_HASH_EXPIRED")
        link.revoked = True
        return shapes.link(link, self.world.people)

    def approveChatJoinRequest(self, given: Json) -> bool:
        """Let someone in who asked."""
        chat = self.may(given["chat_id"], "can_invite_users")
        if chat.standing(given["user_id"]).inside:
            raise bad("USER_ALREADY_PARTICIPANT")
        if given["user_id"] not in chat.requests:
            raise bad("HIDE_REQUESTER_MISSING")
        self.world.enter(self.world.people[given["user_id"]], chat, chat.requests[given["user_id"]])
        return True

    def banChatMember(self, given: Json) -> bool:
        """Show someone out and shut the door."""
        chat = self.may(given["chat_id"], "can_restrict_members")
        who = self.world.people.get(given["user_id"])
        if who is None:
            raise bad("PARTICIPANT_ID_INVALID")
        if chat.standing(who.id).status == "creator":
            raise bad("can't remove chat owner")
        self.world.leave(who, chat, self.world.bot, "kicked")
        return True

    def unbanChatMember(self, given: Json) -> bool:
        """Open the door again."""
        chat = self.may(given["chat_id"], "can_restrict_members")
        if chat.type != "supergroup":
            raise bad("method is available for supergroup and channel chats only")
        if chat.standing(given["user_id"]).status == "kicked" or not given.get("only_if_banned", False):
            chat.members[given["user_id"]] = Member("left")
        return True

    def createForumTopic(self, given: Json) -> Json:
        """Open a topic."""
        chat = self.reachable(given["chat_id"])
        if not chat.is_forum:
            raise bad("the chat is not a forum")
        self.may(given["chat_id"], "can_manage_topics")
        if not 1 <= len(given["name"]) <= _TOPIC_NAME:
            raise bad("TOPIC_TITLE_INVALID")
        number = self.world.make_topic(self.world.bot, chat, given["name"])
        return {"message_thread_id": number, "name": given["name"], "icon_color": 7322096}

    def reachable(self, chat_id: int | str) -> Chat:
        """Return a chat that the bot may know of."""
        chat = self.world.chats.get(int(chat_id)) if str(chat_id).lstrip("-").isdigit() else None
        if chat is None:
            raise bad("chat not found")
        if chat.migrated_to is not None:
            words = "Bad Request: group chat was upgraded to a supergroup chat"
            raise ApiError(400, words, {"migrate_to_chat_id": chat.migrated_to})
        if chat.type == "private":
            return chat
        standing = chat.members.get(self.world.bot.id)
        if standing is None:
            raise bad("chat not found")
        if standing.status == "kicked":
            raise forbidden(f"bot was kicked from the {chat.type} chat")
        if standing.status == "left":
            raise forbidden(f"bot is not a member of the {chat.type} chat")
        return chat

    def may(self, chat_id: int | str, right: str) -> Chat:
        """Return a chat in which the bot has a right."""
        chat = self.reachable(chat_id)
        if right not in chat.standing(self.world.bot.id).rights:
            raise bad("not enough rights to manage the chat")
        return chat
