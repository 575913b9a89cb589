// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#include "ui/composer/replyedit.h"

#include "ui/composer/sendkey.h"
#include "ui/theme/theme.h"

#include <QImage>
#include <QKeyEvent>
#include <QMimeData>
#include <QScrollBar>
#include <QTextBlock>
#include <QTextDocument>
#include <QTextDocumentFragment>
#include <QtMath>

#include <algorithm>

namespace inbox::ui {

namespace {

constexpr int kMinimumLines = 2;
constexpr int kMaximumLines = 8;
constexpr int kMaximumMarks = 8; // on one letter; more is a prank that costs seconds of layout

// Embeddings, overrides and isolates: they can make a text read differently from what it is. The marks LRM,
// RLM, ALM and the joiners stay, right-to-left and Indic writing needs them.
bool turnsDirection(char16_t c)
{
    return (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
}

} // namespace

ReplyEdit::ReplyEdit(QWidget *parent)
    : QPlainTextEdit(parent)
{
    setFrameShape(QFrame::NoFrame);
    setTabChangesFocus(true);
    setWordWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    document()->setDocumentMargin(metrics::kSmall);

    alignText();
    connect(this, &QPlainTextEdit::textChanged, this, &ReplyEdit::alignText);
    connect(document()->documentLayout(), &QAbstractTextDocumentLayout::documentSizeChanged, this,
            &ReplyEdit::fitHeight);
    connect(&Theme::instance(), &Theme::changed, this, &ReplyEdit::applyTheme);
    applyTheme();
    fitHeight();
}

void ReplyEdit::setDraft(const QString &text, int caret)
{
    if (text != toPlainText())
        setPlainText(text);
    else // the same words, perhaps of another conversation
        document()->clearUndoRedoStacks();
    QTextCursor cursor = textCursor();
    cursor.setPosition(qBound(0, caret, document()->characterCount() - 1));
    setTextCursor(cursor);
    ensureCursorVisible();
}

void ReplyEdit::setOpen(bool open)
{
    if (open == isOpen())
        return;
    // Not setReadOnly(): it would take the keyboard away from selecting.
    setTextInteractionFlags(open ? Qt::TextEditorInteraction
                                 : Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    setAttribute(Qt::WA_InputMethodEnabled, open);
    applyTheme();
}

QString ReplyEdit::cleaned(const QString &text)
{
    QString out;
    out.reserve(text.size());
    int marks = 0;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar c = text.at(i);
        if (c == u'\r') {
            if (i + 1 < text.size() && text.at(i + 1) == u'\n')
                continue;
            out += u'\n';
        } else if (c == QChar::LineSeparator || c == QChar::ParagraphSeparator) {
            out += u'\n';
        } else if (c == u'\n' || c == u'\t') {
            out += c;
        } else if (c.category() == QChar::Other_Control || c == QChar::ObjectReplacementCharacter
                   || turnsDirection(c.unicode())) {
            continue;
        } else if (c.isMark() && ++marks > kMaximumMarks) {
            continue;
        } else {
            out += c;
        }
        if (!c.isMark())
            marks = 0;
    }
    return out;
}

int ReplyEdit::room() const
{
    const QTextCursor cursor = textCursor();
    const int selected = cursor.selectionEnd() - cursor.selectionStart();
    return kMaximumLength - (document()->characterCount() - 1) + selected;
}

void ReplyEdit::keyPressEvent(QKeyEvent *event)
{
    if (isOpen() && (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)) {
        switch (enterPress(*event, m_sendKey, *this)) {
        case EnterPress::Send:
            Q_EMIT sendPressed();
            break;
        case EnterPress::NewLine:
            // Left to itself Shift+Enter puts in a line separator, which shares its paragraph's direction.
            if (room() < 1)
                Q_EMIT refusedAsTooLong();
            else
                textCursor().insertBlock();
            ensureCursorVisible();
            break;
        case EnterPress::None:
            break;
        }
        event->accept();
        return;
    }
    if (isOpen() && event->key() == Qt::Key_Backspace && event->modifiers() == Qt::NoModifier
        && !event->isAutoRepeat() && document()->isEmpty() && !isComposing(*this)) {
        Q_EMIT backspacedWhenEmpty();
        event->accept();
        return;
    }
    const QString text = event->text();
    if (isOpen() && !text.isEmpty() && text.at(0).isPrint() && room() < text.size()) {
        Q_EMIT refusedAsTooLong();
        event->accept();
        return;
    }
    QPlainTextEdit::keyPressEvent(event);
}

void ReplyEdit::insertPiece(const QString &text)
{
    if (!isOpen())
        return;
    if (text.size() > room()) {
        Q_EMIT refusedAsTooLong();
        return;
    }
    insertApart(*this, text);
}

void ReplyEdit::insertApart(QPlainTextEdit &field, const QString &text)
{
    // Neighbours of one format become one step to undo; a property nobody looks at keeps this one apart.
    QTextCharFormat apart;
    apart.setProperty(QTextFormat::UserProperty, true);
    QTextCursor cursor = field.textCursor();
    cursor.insertText(text, apart);
    cursor.setCharFormat(QTextCharFormat()); // of what is typed next
    field.setTextCursor(cursor);
    field.ensureCursorVisible();
}

void ReplyEdit::toggleMark(QChar mark)
{
    if (!isOpen())
        return;
    QTextCursor cursor = textCursor();
    const QString text = toPlainText();
    const auto at = [&text](int position) {
        return position >= 0 && position < text.size() ? text.at(position) : QChar();
    };
    const int caret = cursor.position();
    int from = cursor.selectionStart();
    int to = cursor.selectionEnd();
    const bool selected = from < to;
    if (!selected) {
        if (at(caret - 1) == mark && at(caret) == mark) {
            from = caret;
        } else {
            while (at(from - 1).isLetterOrNumber() || at(from - 1).isSurrogate())
                --from;
            while (at(to).isLetterOrNumber() || at(to).isSurrogate())
                ++to;
        }
    }

    // From the last line to the first, so that positions before it stay what they are.
    struct Piece {
        int from;
        int to;
    };
    QList<Piece> pieces;
    for (int start = from; start <= to;) {
        int end = int(text.indexOf(u'\n', start));
        end = end < 0 || end > to ? to : end;
        Piece piece{start, end};
        while (piece.from < piece.to && at(piece.from).isSpace())
            ++piece.from;
        while (piece.to > piece.from && at(piece.to - 1).isSpace())
            --piece.to;
        // Marks that are selected with the words are those around them.
        while (piece.to - piece.from > 1 && at(piece.from) == mark)
            ++piece.from;
        while (piece.to - piece.from > 1 && at(piece.to - 1) == mark)
            --piece.to;
        if (piece.from < piece.to || from == to)
            pieces.prepend(piece);
        start = end + 1;
    }
    const bool remove = !pieces.isEmpty()
        && std::all_of(pieces.cbegin(), pieces.cend(),
                       [&at, mark](const Piece &p) { return at(p.from - 1) == mark && at(p.to) == mark; });
    if (!remove && 2 * pieces.size() > kMaximumLength - text.size()) {
        Q_EMIT refusedAsTooLong();
        return;
    }
    // Where the selection ends up: between the marks.
    QTextCursor begin(document());
    begin.setPosition(selected ? from : caret);
    QTextCursor end(document());
    end.setPosition(selected ? to : caret);
    begin.setKeepPositionOnInsert(!selected && caret == to);
    end.setKeepPositionOnInsert(true);
    QTextCursor edit(document());
    const auto put = [&edit, mark](int position) {
        edit.setPosition(position);
        edit.insertText(mark);
    };
    const auto take = [&edit](int position) {
        edit.setPosition(position);
        edit.deleteChar();
    };
    edit.beginEditBlock();
    for (const Piece &piece : std::as_const(pieces)) {
        if (!remove) {
            put(piece.to);
            put(piece.from);
        } else {
            take(piece.to);
            take(piece.from - 1);
        }
    }
    edit.endEditBlock();
    if (from == to && !remove)
        begin.setPosition(from + 1);
    cursor.setPosition(begin.position());
    if (selected)
        cursor.setPosition(end.position(), QTextCursor::KeepAnchor);
    setTextCursor(cursor);
    ensureCursorVisible();
}

namespace {

QStringList filesIn(const QMimeData &source)
{
    QStringList paths;
    const QList<QUrl> urls = source.urls();
    for (const QUrl &url : urls) {
        if (url.isLocalFile())
            paths << url.toLocalFile();
    }
    return paths;
}

} // namespace

bool ReplyEdit::canInsertFromMimeData(const QMimeData *source) const
{
    return isOpen() && source && (source->hasText() || source->hasImage() || !filesIn(*source).isEmpty());
}

void ReplyEdit::insertFromMimeData(const QMimeData *source)
{
    if (!canInsertFromMimeData(source))
        return;
    // Copied files come with their paths as text, which nobody means to send.
    if (const QStringList files = filesIn(*source); !files.isEmpty()) {
        Q_EMIT filesGiven(files);
        return;
    }
    if (source->hasFormat(QStringLiteral("x-special/gnome-copied-files")))
        return;
    // A spreadsheet's cells come as a picture, too: whoever copies words means the words.
    if (source->hasImage() && !source->hasText()) {
        Q_EMIT pictureGiven(qvariant_cast<QImage>(source->imageData()));
        return;
    }
    const QString text = cleaned(source->text());
    if (text.size() > room()) {
        Q_EMIT refusedAsTooLong();
        return;
    }
    textCursor().insertText(text);
    ensureCursorVisible();
}

QMimeData *ReplyEdit::createMimeDataFromSelection() const
{
    auto *data = new QMimeData;
    data->setText(textCursor().selection().toPlainText());
    return data;
}

void ReplyEdit::resizeEvent(QResizeEvent *event)
{
    QPlainTextEdit::resizeEvent(event);
    fitHeight();
}

void ReplyEdit::changeEvent(QEvent *event)
{
    QPlainTextEdit::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange)
        fitHeight();
    if (event->type() == QEvent::LayoutDirectionChange)
        alignText();
}

void ReplyEdit::fitHeight()
{
    // Each line by its own height: Arabic and emoji stand taller than the field's font.
    qreal text = 0;
    int lines = 0;
    for (QTextBlock block = document()->firstBlock(); block.isValid() && lines < kMaximumLines;
         block = block.next()) {
        blockBoundingRect(block); // lays the block out
        for (int i = 0; i < block.layout()->lineCount() && lines < kMaximumLines; ++i, ++lines)
            text += block.layout()->lineAt(i).height();
    }
    for (; lines < kMinimumLines; ++lines)
        text += fontMetrics().lineSpacing();
    // Without the last pixel a scroll bar appears beside text that fits.
    const int height = qCeil(text) + 1 + 2 * qCeil(document()->documentMargin()) + 2 * frameWidth()
        + contentsMargins().top() + contentsMargins().bottom();
    if (height != minimumHeight() || height != maximumHeight())
        setFixedHeight(height);
}

void ReplyEdit::alignText()
{
    // A plain text field directs each paragraph by itself but aligns them all alike: by the first strong
    // letter.
    const QString text = toPlainText();
    const bool right = text.isEmpty() ? isRightToLeft() : text.isRightToLeft();
    const Qt::Alignment alignment = Qt::AlignAbsolute | (right ? Qt::AlignRight : Qt::AlignLeft);
    QTextOption option = document()->defaultTextOption();
    if (option.alignment() == alignment && option.textDirection() == Qt::LayoutDirectionAuto)
        return;
    option.setAlignment(alignment);
    option.setTextDirection(Qt::LayoutDirectionAuto);
    document()->setDefaultTextOption(option);
}

void ReplyEdit::applyTheme()
{
    const Tokens &colors = Theme::colors();
    QPalette p;
    p.setColor(QPalette::Base, isOpen() ? colors.surface : colors.window);
    p.setColor(QPalette::Text, isOpen() ? colors.text : colors.muted);
    p.setColor(QPalette::PlaceholderText, colors.muted);
    setPalette(p);
}

} // namespace inbox::ui
