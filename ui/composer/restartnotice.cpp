// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#include "ui/composer/restartnotice.h"

#include "ui/text/words.h"

namespace inbox::ui {

RestartNotice RestartNotice::of(sync::RestartOutcome outcome, const std::optional<domain::Error> &error)
{
    using sync::RestartOutcome;
    RestartNotice notice;
    switch (outcome) {
    case RestartOutcome::Accepted:
    case RestartOutcome::Unknown:
    case RestartOutcome::NotFound:
        break;
    case RestartOutcome::AlreadyOpen:
        notice.kind = NoticeBar::Kind::Success;
        notice.text = tr("The customer has written meanwhile, so the window is open. "
                         "Nothing was sent and nothing is paid.");
        break;
    case RestartOutcome::AlreadyRestarted:
        notice.text = tr("Somebody else has already restarted this conversation. "
                         "Nothing was sent a second time and nothing more is paid.");
        break;
    case RestartOutcome::NotExpired:
        notice.text = tr("The reply window has not run out, so there is nothing to restart. "
                         "Nothing was sent and nothing is paid.");
        break;
    case RestartOutcome::Changed:
        notice.text = tr("Something new has arrived in this conversation. Have a look first. "
                         "Nothing was sent and nothing is paid.");
        break;
    case RestartOutcome::NotSent:
        notice.kind = NoticeBar::Kind::Problem;
        notice.text = error ? tr("%1 Nothing is paid.", "a sentence, then the fact that nothing is paid")
                                  .arg(Words::error(*error, Attempt::Restart))
                            : tr("The template was not sent and nothing is paid. Your text is kept.");
        break;
    case RestartOutcome::Refused:
        notice.kind = NoticeBar::Kind::Problem;
        notice.text = error ? Words::error(*error, Attempt::Restart)
                            : tr("The server refused to restart the conversation. Your text is kept.");
        break;
    case RestartOutcome::AlreadyRunning:
        notice.text = tr("A restart of this conversation is already under way.");
        break;
    }
    return notice;
}

} // namespace inbox::ui
