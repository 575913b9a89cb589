// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#include "ui/composer/composer.h"

#include "models/attachments.h"
#include "models/inboxactions.h"
#include "models/sendguard.h"
#include "models/threadmodel.h"
#include "ui/composer/attachmentstrip.h"
#include "ui/composer/quotestrip.h"
#include "ui/composer/replyedit.h"
#include "ui/composer/restartnotice.h"
#include "ui/composer/sendkey.h"
#include "ui/composer/snippetoffer.h"
#include "ui/dialogs/plainlabel.h"
#include "ui/dialogs/restartdialog.h"
#include "ui/icons/icons.h"
#include "ui/text/recordwords.h"
#include "ui/text/words.h"
#include "ui/theme/theme.h"

#include <QDir>
#include <QEvent>
#include <QFileDialog>
#include <QFileInfo>
#include <QGuiApplication>
#include <QInputMethod>
#include <QPainter>
#include <QPainterPath>
#include <QScopedValueRollback>
#include <QToolButton>

namespace inbox::ui {

using namespace domain;

namespace {

// The most WhatsApp takes as one text message. More is not stopped, the provider has the last word.
constexpr int kWhatsAppLength = 4096;
// From here on the length is shown.
constexpr int kLongText = 3000;
// Below this much room for its words the footer puts the buttons under them.
constexpr int kWordsWidth = 240;

PlainLabel::Tone toneOf(const ReplyState &state)
{
    switch (state.kind) {
    case ReplyStateKind::NotConnected:
        return PlainLabel::Tone::Danger;
    case ReplyStateKind::RestartUnknown:
    case ReplyStateKind::ClosingRace:
        return PlainLabel::Tone::Warning;
    case ReplyStateKind::Open:
    case ReplyStateKind::Unknown:
        switch (state.urgency) {
        case Urgency::Red:
            return PlainLabel::Tone::Danger;
        case Urgency::Amber:
            return PlainLabel::Tone::Warning;
        case Urgency::None:
        case Urgency::Neutral:
            return PlainLabel::Tone::Muted;
        }
        return PlainLabel::Tone::Muted;
    case ReplyStateKind::Unsupported:
    case ReplyStateKind::Restarting:
    case ReplyStateKind::AwaitingCustomer:
    case ReplyStateKind::ClosedByProvider:
    case ReplyStateKind::ExpiredRestartable:
    case ReplyStateKind::Expired:
        break;
    }
    return PlainLabel::Tone::Normal;
}

} // namespace

Composer::Composer(models::CurrentConversation &current, models::InboxActions &actions,
                   models::Drafts &drafts, const models::ThreadModel &thread, models::SendGuard &guard,
                   const models::Attachments &attachments, QWidget *parent)
    : QWidget(parent)
    , m_current(current)
    , m_actions(actions)
    , m_drafts(drafts)
    , m_thread(thread)
    , m_guard(guard)
    , m_attachments(attachments)
    , m_folder(QDir::homePath())
    , m_bot(new QWidget)
    , m_takeOver(new QPushButton(tr("Take over")))
    , m_notice(new NoticeBar)
    , m_quote(new QuoteStrip)
    , m_strip(new AttachmentStrip)
    , m_edit(new ReplyEdit)
    , m_snippets(new SnippetOffer(actions, *m_edit, [this](const QString &text) { insert(text); }))
    , m_headline(new PlainLabel(PlainLabel::Tone::Muted, PlainLabel::Size::Base))
    , m_detail(new PlainLabel(PlainLabel::Tone::Muted, PlainLabel::Size::Small))
    , m_length(new PlainLabel(PlainLabel::Tone::Muted, PlainLabel::Size::Small))
    , m_keyHint(new PlainLabel(PlainLabel::Tone::Muted, PlainLabel::Size::Small))
    , m_attach(new QToolButton)
    , m_emoji(new QToolButton)
    , m_wasSent(new QPushButton(tr("It was sent")))
    , m_wasNotSent(new QPushButton(tr("It was not sent")))
    , m_primary(new QPushButton)
    , m_box(new QWidget)
{
    m_edit->setObjectName(QStringLiteral("reply"));
    m_edit->setAccessibleName(tr("Reply"));
    m_edit->installEventFilter(this);
    m_box->installEventFilter(this);
    m_headline->setObjectName(QStringLiteral("replyHeadline"));
    m_headline->setWordWrap(true);
    m_detail->setObjectName(QStringLiteral("replyDetail"));
    m_detail->setWordWrap(true);
    m_length->setObjectName(QStringLiteral("replyLength"));
    m_length->setWordWrap(true);
    m_attach->setObjectName(QStringLiteral("attachButton"));
    m_attach->setAccessibleName(tr("Attach files"));
    m_attach->setIcon(Icons::icon(QLatin1String("attach")));
    m_emoji->setObjectName(QStringLiteral("emojiButton"));
    m_emoji->setAccessibleName(tr("Emoji"));
    m_emoji->setIcon(Icons::icon(QLatin1String("emoji")));
    for (QToolButton *button : {m_attach, m_emoji}) {
        button->setIconSize({metrics::kIcon, metrics::kIcon});
        button->setAutoRaise(true);
        button->setFocusPolicy(Qt::TabFocus);
        setButtonKind(button, ButtonKind::Quiet);
    }
    m_wasSent->setObjectName(QStringLiteral("restartWasSent"));
    m_wasSent->setToolTip(tr("The template is in the conversation, or the customer has it"));
    m_wasNotSent->setObjectName(QStringLiteral("restartWasNotSent"));
    m_wasNotSent->setToolTip(tr("The template did not go out: a restart can be asked for again"));
    m_primary->setObjectName(QStringLiteral("replyPrimary"));
    setButtonKind(m_primary, ButtonKind::Primary);

    auto *words = new QVBoxLayout;
    words->setSpacing(0);
    words->addWidget(m_headline);
    words->addWidget(m_detail);
    words->addWidget(m_length);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(metrics::kSmall);
    buttons->addWidget(m_attach);
    buttons->addWidget(m_emoji);
    buttons->addStretch(1);
    buttons->addWidget(m_keyHint);
    buttons->addWidget(m_wasSent);
    buttons->addWidget(m_wasNotSent);
    buttons->addWidget(m_primary);
    m_footer = new QBoxLayout(QBoxLayout::LeftToRight);
    m_footer->setContentsMargins(metrics::kSmall, 0, 0, 0);
    m_footer->setSpacing(metrics::kSmall);
    m_footer->addLayout(words, 1);
    m_footer->addLayout(buttons);

    auto *inner = new QVBoxLayout(m_box);
    inner->setContentsMargins(metrics::kGrid, metrics::kGrid, metrics::kSmall, metrics::kSmall);
    inner->setSpacing(metrics::kGrid);
    inner->addWidget(m_quote);
    inner->addWidget(m_strip);
    inner->addWidget(m_edit);
    inner->addLayout(m_footer);

    auto *botWords = new PlainLabel(PlainLabel::Tone::Normal, PlainLabel::Size::Base);
    botWords->setText(tr("A bot is answering this customer."));
    botWords->setWordWrap(true);
    m_bot->setObjectName(QStringLiteral("botBanner"));
    m_takeOver->setObjectName(QStringLiteral("takeOver"));
    m_takeOver->setAccessibleName(tr("Take over from the bot"));
    m_takeOver->setIcon(Icons::icon(QLatin1String("bot")));
    auto *botRow = new QHBoxLayout(m_bot);
    botRow->setContentsMargins(metrics::kSmall, 0, 0, 0);
    botRow->setSpacing(metrics::kSmall);
    botRow->addWidget(botWords, 1);
    botRow->addWidget(m_takeOver);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(metrics::kMedium, metrics::kSmall, metrics::kMedium, metrics::kMedium);
    layout->setSpacing(metrics::kSmall);
    layout->addWidget(m_bot);
    layout->addWidget(m_notice);
    layout->addWidget(m_box);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);

    connect(m_edit, &QPlainTextEdit::textChanged, this, [this] {
        saveDraft();
        updateLength();
        m_primary->setEnabled(m_current.replyState().action != ReplyAction::Send || hasReply());
    });
    connect(m_edit, &ReplyEdit::filesGiven, this, [this](const QStringList &paths) { addFiles(paths); });
    connect(m_edit, &ReplyEdit::pictureGiven, this, &Composer::addPicture);
    connect(m_strip, &AttachmentStrip::removed, this, [this](int index) {
        QList<Attachment> files = m_files;
        files.remove(index);
        setFiles(files);
        saveDraft();
        m_edit->setFocus();
    });
    connect(m_attach, &QToolButton::clicked, this, &Composer::attachWanted);
    connect(m_edit, &ReplyEdit::sendPressed, this, [this] { send(); });
    connect(m_edit, &ReplyEdit::refusedAsTooLong, this, [this] {
        showNotice(NoticeBar::Kind::Warning,
                   tr("That would be more than %1 characters, too long for a message. Nothing was added.")
                       .arg(QLocale().toString(ReplyEdit::kMaximumLength)));
    });
    connect(m_edit, &ReplyEdit::backspacedWhenEmpty, this, [this] {
        if (!m_quoted.isEmpty())
            quote({});
    });
    connect(m_emoji, &QToolButton::clicked, this, &Composer::emojiWanted);
    connect(m_primary, &QPushButton::clicked, this, &Composer::doPrimaryAction);
    connect(m_takeOver, &QPushButton::clicked, this, [this] {
        m_edit->setFocus(); // the button is about to go
        m_actions.takeOverFromBot(m_key);
    });
    connect(m_wasSent, &QPushButton::clicked, this, [this] { settleRestart(true); });
    connect(m_wasNotSent, &QPushButton::clicked, this, [this] { settleRestart(false); });
    connect(m_quote, &QuoteStrip::removed, this, [this] {
        quote({});
        m_edit->setFocus();
    });
    connect(m_notice, &NoticeBar::dismissed, this, [this] {
        m_memory.notices.remove(m_key);
        m_edit->setFocus();
    });

    connect(&m_current, &models::CurrentConversation::opened, this, &Composer::onOpened);
    connect(&m_current, &models::CurrentConversation::changed, this, &Composer::updateState);
    connect(&m_current, &models::CurrentConversation::countdownMoved, this, &Composer::updateState);
    connect(&m_current, &models::CurrentConversation::replyStateChanged, this,
            &Composer::onReplyStateChanged);
    connect(&m_drafts, &models::Drafts::draftChanged, this, &Composer::onDraftChanged);
    connect(&m_actions, &models::InboxActions::restartFinished, this, &Composer::onRestartFinished);
    connect(&m_actions, &models::InboxActions::teamworkChanged, this, &Composer::updateState);
    connect(&m_thread, &models::ThreadModel::stateChanged, this, &Composer::updateQuote);
    connect(&Theme::instance(), &Theme::changed, this, qOverload<>(&QWidget::update));

    setSendKey(models::SendKey::CtrlEnter);
    m_key = m_current.key();
    m_snippets->setConversation(m_key);
    loadDraft();
    updateOffer();
    updateState();
}

Composer::~Composer()
{
    saveDraft();
}

void Composer::focusReply()
{
    m_edit->setFocus(Qt::ShortcutFocusReason);
}

bool Composer::hasReplyFocus() const
{
    return m_edit->hasFocus();
}

bool Composer::send(After after)
{
    if (m_key.isEmpty() || m_current.replyState().action != ReplyAction::Send)
        return false;
    // Half a word is no message, and the key belongs to the input method as long as it composes.
    if (isComposing(*m_edit)) {
        QGuiApplication::inputMethod()->commit();
        return false;
    }
    if (!hasReply())
        return false;
    saveDraft();
    const ConversationKey key = m_key;
    switch (m_guard.judge()) {
    case models::SendGuard::Verdict::Go:
        break;
    case models::SendGuard::Verdict::Stop:
        showNotice(NoticeBar::Kind::Problem,
                   Words::sendStopped(m_guard.news().messages, m_guard.news().assignee));
        Q_EMIT stoppedByNews();
        return false;
    case models::SendGuard::Verdict::TooSoon:
        return false;
    }
    if (!m_actions.sendDraft(key, after == After::Done)) {
        showNotice(NoticeBar::Kind::Problem, tr("This cannot be sent right now. Your text is kept."));
        return false;
    }
    m_memory.notices.remove(key);
    m_notice->clear();
    Q_EMIT sent(key);
    return true;
}

void Composer::doPrimaryAction()
{
    switch (m_current.replyState().action) {
    case ReplyAction::Send:
        if (send())
            m_edit->setFocus();
        break;
    case ReplyAction::CheckAgain:
        if (m_current.replyState().kind == ReplyStateKind::RestartUnknown)
            checkRestart();
        else
            m_actions.refresh(m_key);
        break;
    case ReplyAction::Restart:
        askToRestart();
        break;
    case ReplyAction::None:
        break;
    }
}

void Composer::askToRestart()
{
    const Conversation *conversation = m_current.conversation();
    if (!conversation || m_restartDialog || m_current.replyState().action != ReplyAction::Restart)
        return;
    m_restartDialog =
        new RestartDialog(*conversation, m_current.replyState(), m_current.serverNow(), window());
    m_restartDialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(m_restartDialog, &RestartDialog::confirmed, this, [this, key = m_key] {
        m_memory.notices.remove(key);
        m_memory.restartChecked.remove(key);
        if (key == m_key)
            m_notice->clear();
        m_actions.restart(key);
    });
    m_restartDialog->open();
}

void Composer::checkRestart()
{
    m_memory.restartChecked.remove(m_key);
    updateState();
    m_actions.checkRestart(m_key);
}

void Composer::settleRestart(bool wasSent)
{
    m_memory.restartChecked.remove(m_key);
    m_actions.settleRestart(m_key, wasSent);
    m_edit->setFocus();
}

void Composer::quote(const MessageId &message)
{
    m_quoted = message;
    saveDraft();
    updateQuote();
}

void Composer::setSendKey(models::SendKey key)
{
    m_edit->setSendKey(key);
    m_keyHint->setText(sendKeyText(key));
    arrangeFooter();
}

void Composer::insert(const QString &text)
{
    m_edit->insertPiece(text);
}

bool Composer::offerSnippets()
{
    return m_snippets->open();
}

void Composer::toggleMark(QChar mark)
{
    m_edit->toggleMark(mark);
}

bool Composer::hasReply() const
{
    return !m_files.isEmpty() || !m_edit->toPlainText().trimmed().isEmpty();
}

bool Composer::canAttach() const
{
    return m_current.replyState().composerOpen() && m_current.capabilities().has(Capability::SendFile);
}

void Composer::chooseFiles()
{
    if (!canAttach())
        return;
    auto *dialog = new QFileDialog(window(), tr("Attach files"), m_folder);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFiles);
    connect(dialog, &QFileDialog::filesSelected, this, [this, key = m_key](const QStringList &paths) {
        if (!paths.isEmpty())
            m_folder = QFileInfo(paths.constFirst()).absolutePath();
        if (key == m_key) // chosen for the conversation that was open then
            addFiles(paths);
    });
    dialog->open();
}

void Composer::addFiles(const QStringList &paths)
{
    const models::Attachments::Chosen chosen = models::Attachments::choose(paths);
    QStringList problems;
    for (const QString &name : chosen.tooLarge)
        problems << tr("%1 is larger than %2 and was not attached.")
                        .arg(Words::safeLine(name),
                             QLocale().formattedDataSize(largestAttachment, 0, QLocale::DataSizeSIFormat));
    for (const QString &name : chosen.unreadable)
        problems << tr("%1 is empty or cannot be read, and was not attached.").arg(Words::safeLine(name));
    addFiles(chosen.files, problems);
}

void Composer::addPicture(const QImage &picture)
{
    if (const auto file = m_attachments.keep(m_key.account, picture))
        addFiles({*file}, {});
    else
        addFiles({}, {tr("The picture could not be kept, and was not attached.")});
}

void Composer::addFiles(const QList<Attachment> &files, const QStringList &problems)
{
    if (!canAttach()) {
        showNotice(NoticeBar::Kind::Warning, tr("This account cannot send files. Nothing was attached."));
        return;
    }
    QStringList told = problems;
    QList<Attachment> all = m_files;
    for (const Attachment &file : files) {
        if (!all.contains(file))
            all << file;
    }
    if (all.size() > mostAttachments) {
        all.resize(mostAttachments);
        told << tr("At most %1 files go out with one reply.").arg(mostAttachments);
    }
    setFiles(all);
    saveDraft();
    m_edit->setFocus();
    if (!told.isEmpty())
        showNotice(NoticeBar::Kind::Warning, told.join(u' '));
}

void Composer::setFiles(const QList<Attachment> &files)
{
    m_files = files;
    m_strip->setFiles(files);
    updateState();
}

void Composer::onOpened()
{
    if (m_edit->hasFocus())
        QGuiApplication::inputMethod()->commit();
    m_snippets->setConversation(
        m_current.key()); // what it passes on belongs to the text that still stands here
    saveDraft();
    if (m_restartDialog)
        m_restartDialog->reject();
    m_key = m_current.key();
    loadDraft();
    showWhatIsKnown();
}

void Composer::setMemory(const Memory &memory)
{
    m_memory = memory;
    showWhatIsKnown();
}

void Composer::showWhatIsKnown()
{
    const auto kept = m_memory.notices.constFind(m_key);
    // That one can write again may have come to an end since.
    if (kept != m_memory.notices.cend() && kept->kind == NoticeBar::Kind::Success
        && !m_current.replyState().composerOpen())
        m_memory.notices.erase(kept);
    else if (kept != m_memory.notices.cend())
        m_notice->showNotice(kept->kind, kept->text);
    if (!m_memory.notices.contains(m_key))
        m_notice->clear();
    m_offering = false;
    updateOffer();
    updateState();
}

void Composer::onReplyStateChanged(const ReplyState &before)
{
    if (m_key != m_current.key())
        return; // onOpened() is about to show the other conversation
    if (!m_current.conversation()) {
        updateState(); // gone, or its account is being changed: not news about the window
        return;
    }
    const ReplyState &now = m_current.replyState();
    if (m_restartDialog && now.action != ReplyAction::Restart)
        m_restartDialog->reject();
    // Also after a lost answer to a restart: then it has been found out meanwhile.
    updateOffer();
    if (m_offering) {
        // That says it already, and more.
    } else if (now.composerOpen() && !before.composerOpen() && before.kind != ReplyStateKind::Unsupported) {
        showNotice(NoticeBar::Kind::Success,
                   m_edit->toPlainText().trimmed().isEmpty()
                       ? tr("You can write again.")
                       : tr("You can write again. Your text is here as you left it."));
    } else if (!now.composerOpen() && before.composerOpen() && m_notice->kind() == NoticeBar::Kind::Success) {
        m_memory.notices.remove(m_key);
        m_notice->clear();
    }
    updateState();
}

void Composer::onDraftChanged(const ConversationKey &key)
{
    if (key == m_key)
        updateOffer();
    if (m_saving || key != m_key)
        return;
    const models::Draft draft = m_drafts.draft(key);
    m_quoted = draft.quoted;
    updateQuote();
    if (draft.files != m_files)
        setFiles(draft.files);
    const QString present = m_edit->toPlainText();
    if (draft.text == present)
        return;
    const QScopedValueRollback<bool> guard(m_saving, true);
    if (!present.isEmpty() && draft.text.endsWith(present)) {
        // An unsent message came back before what is there: the caret stays in the words it is in.
        QTextCursor cursor(m_edit->document());
        cursor.insertText(draft.text.left(draft.text.size() - present.size()));
    } else {
        m_edit->setDraft(draft.text, draft.text.size());
    }
    updateState();
}

void Composer::onRestartFinished(const ConversationKey &key, sync::RestartOutcome outcome,
                                 const std::optional<Error> &error)
{
    if (outcome == sync::RestartOutcome::NotFound)
        m_memory.restartChecked.insert(key);
    else
        m_memory.restartChecked.remove(key);
    const RestartNotice notice = RestartNotice::of(outcome, error);
    if (!notice.text.isEmpty())
        showNoticeFor(key, notice.kind, notice.text);
    if (key == m_key)
        updateState();
}

void Composer::updateOffer()
{
    const bool offered = m_drafts.isOffered(m_key);
    if (offered == m_offering)
        return;
    m_offering = offered;
    if (offered) {
        const OptionalTime held = m_drafts.draft(m_key).held;
        const Conversation *conversation = m_current.conversation();
        const bool answered = conversation && conversation->lastCustomerReplyAt && held
            && *conversation->lastCustomerReplyAt > *held;
        // Not kept: it is offered anew whenever it is looked at.
        m_memory.notices.remove(m_key);
        m_notice->showNotice(NoticeBar::Kind::Success,
                             RecordWords::offer(held.value_or(QDateTime()), m_current.serverNow(), answered));
    } else if (m_notice->kind() == NoticeBar::Kind::Success) {
        m_notice->clear();
    }
}

void Composer::saveDraft()
{
    if (m_saving || m_key.isEmpty())
        return;
    const QScopedValueRollback<bool> guard(m_saving, true);
    models::Draft draft{m_edit->toPlainText(), m_edit->textCursor().position(), m_quoted};
    draft.files = m_files;
    m_drafts.setDraft(m_key, draft);
}

void Composer::loadDraft()
{
    const QScopedValueRollback<bool> guard(m_saving, true);
    const models::Draft draft = m_drafts.draft(m_key);
    m_edit->setDraft(draft.text, draft.caret);
    m_quoted = draft.quoted;
    m_files = draft.files;
    m_strip->setFiles(m_files);
    updateQuote();
    updateLength();
}

void Composer::showNotice(NoticeBar::Kind kind, const QString &text)
{
    showNoticeFor(m_key, kind, text);
}

void Composer::showNoticeFor(const ConversationKey &key, NoticeBar::Kind kind, const QString &text)
{
    m_memory.notices.insert(key, {kind, text});
    if (key == m_key)
        m_notice->showNotice(kind, text);
}

void Composer::updateQuote()
{
    m_quote->setVisible(!m_quoted.isEmpty());
    if (m_quoted.isEmpty())
        return;
    const int row = m_thread.rowOf(m_quoted);
    if (row < 0) {
        m_quote->setQuote({}, tr("An earlier message"));
        return;
    }
    const models::ThreadRow &quoted = m_thread.row(row);
    m_quote->setQuote(quoted.authorName, Words::preview(quoted.message));
}

void Composer::updateState()
{
    const Conversation *conversation = m_current.conversation();
    const ReplyState &state = m_current.replyState();
    const bool open = conversation && state.composerOpen();
    // Of a conversation that is gone the text stays, to be copied.
    const bool gone = !conversation && !m_key.isEmpty() && !m_edit->toPlainText().trimmed().isEmpty();
    m_box->setVisible(conversation || gone || m_key.isEmpty());
    m_box->setEnabled(conversation || gone);
    m_bot->setVisible(conversation && conversation->status == ConversationStatus::Bot);
    m_takeOver->setVisible(m_current.capabilities().has(Capability::TakeOverFromBot));

    ReplyText text;
    if (conversation)
        text = Words::reply(state, m_current.serverNow());
    const bool checked =
        state.kind == ReplyStateKind::RestartUnknown && m_memory.restartChecked.contains(m_key);
    if (checked) {
        text.headline = tr("We could not find out whether the template went out. What do you know?");
        text.detail = tr("Ask the customer, or look on the phone. Nothing is sent a second time.");
    }
    if ((conversation || gone) && !open && !m_edit->toPlainText().trimmed().isEmpty()) {
        const QString kept = tr("Your text is kept.");
        text.detail = text.detail.isEmpty()
            ? kept
            : tr("%1 %2", "two sentences, one after the other").arg(text.detail, kept);
    }
    m_headline->setTone(toneOf(state));
    m_headline->setSize(open ? PlainLabel::Size::Base : PlainLabel::Size::Semibold);
    m_headline->setTextOrHide(text.headline);
    m_headline->setToolTip(Words::safeToolTip(text.toolTip));
    m_detail->setTextOrHide(text.detail);

    if (m_edit->isOpen() != open)
        update(); // the box's ground
    m_edit->setOpen(open);
    const QString placeholder = !open         ? QString()
        : m_actions.snippets(m_key).isEmpty() ? tr("Type a reply…")
                                              : tr("Type a reply, or / for a snippet…");
    if (m_edit->placeholderText() != placeholder)
        m_edit->setPlaceholderText(placeholder);
    const QString spoken = open ? text.spoken : QString(text.headline + u' ' + text.detail);
    if (m_edit->accessibleDescription() != spoken)
        m_edit->setAccessibleDescription(spoken);

    const bool restarting = conversation && state.kind == ReplyStateKind::Restarting;
    const bool checking = state.kind == ReplyStateKind::RestartUnknown && !checked;
    const bool visible = conversation && (state.action != ReplyAction::None || restarting);
    const QString label = checking ? tr("Checking…") : text.button;
    const bool enabled =
        visible && !restarting && !checking && (state.action != ReplyAction::Send || hasReply());
    // A button that goes away or to sleep under the person's fingers would hand the focus to just anybody.
    if (m_primary->hasFocus() && !(visible && enabled))
        m_edit->setFocus();
    if (m_primary->text() != label)
        m_primary->setText(label);
    const QString name = restarting
        ? tr("Restart conversation: under way", "must begin as the restart button does")
        : QString();
    if (m_primary->accessibleName() != name)
        m_primary->setAccessibleName(name);
    m_primary->setEnabled(enabled);
    m_primary->setVisible(visible);
    m_keyHint->setVisible(open);
    m_emoji->setVisible(open);
    m_attach->setVisible(open && m_current.capabilities().has(Capability::SendFile));
    m_strip->setEnabled(open);
    m_wasSent->setVisible(checked);
    m_wasNotSent->setVisible(checked);
    arrangeFooter();
}

void Composer::updateLength()
{
    const int length = m_edit->document()->characterCount() - 1;
    const Conversation *conversation = m_current.conversation();
    const bool over = conversation && conversation->channel == Channel::WhatsApp && length > kWhatsAppLength;
    m_length->setTone(over ? PlainLabel::Tone::Warning : PlainLabel::Tone::Muted);
    if (over)
        m_length->setTextOrHide(tr("%1 characters. WhatsApp usually takes up to %2 in one message.")
                                    .arg(QLocale().toString(length), QLocale().toString(kWhatsAppLength)));
    else
        m_length->setTextOrHide(length < kLongText ? QString()
                                                   : tr("%1 characters").arg(QLocale().toString(length)));
}

void Composer::arrangeFooter()
{
    int buttons = 0;
    for (const QWidget *widget :
         std::initializer_list<QWidget *>{m_attach, m_emoji, m_keyHint, m_wasSent, m_wasNotSent, m_primary})
        if (!widget->isHidden())
            buttons += widget->sizeHint().width() + metrics::kSmall;
    const bool wide = m_headline->text().isEmpty() || width() - buttons - 4 * metrics::kMedium >= kWordsWidth;
    const auto direction = wide ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom;
    if (m_footer->direction() != direction)
        m_footer->setDirection(direction);
}

void Composer::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    arrangeFooter();
}

bool Composer::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_edit) {
        if (event->type() == QEvent::FocusIn || event->type() == QEvent::FocusOut)
            update();
        if (event->type() == QEvent::FocusOut)
            saveDraft();
    } else if (watched == m_box) {
        // The composer paints the box's frame.
        switch (event->type()) {
        case QEvent::Move:
        case QEvent::Resize:
        case QEvent::Show:
        case QEvent::Hide:
            update();
            break;
        default:
            break;
        }
    }
    return QWidget::eventFilter(watched, event);
}

void Composer::paintEvent(QPaintEvent *)
{
    if (m_box->isHidden())
        return;
    const Tokens &colors = Theme::colors();
    const bool focus = m_edit->hasFocus();
    const qreal pen = focus ? metrics::kFocusWidth : 1;
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(focus ? colors.focus : colors.control, pen));
    painter.setBrush(m_edit->isOpen() ? colors.surface : colors.window);
    const QRectF frame = QRectF(m_box->geometry()).adjusted(pen / 2, pen / 2, -pen / 2, -pen / 2);
    painter.drawRoundedRect(frame, metrics::kControlRadius, metrics::kControlRadius);
}

} // namespace inbox::ui
