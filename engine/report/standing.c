/* standing.c - see standing.h. */
#include "report/standing.h"

#include "base/date.h"

const char *const standing_phrases[CC_STANDINGS] = {
    [CC_NEW] = "new",
    [CC_NEW_RULE] = "new rule",
    [CC_WORSENED] = "worsened",
    [CC_KNOWN_CHANGED] = "known, but its facts changed",
    [CC_ACCEPTED_CHANGED] = "accepted, but its facts changed",
    [CC_ACCEPTED_EXPIRED] = "accepted until a day that has passed",
    [CC_KNOWN] = "known",
    [CC_ACCEPTED] = "accepted",
};

void add_until(struct text *t, const char *until)
{
    struct days days;
    char day[64] = "";
    if (days_read(until, strlen(until), &days)) days_write_long(days, day, sizeof day);
    text_string(t, day);
}
