// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#include "services/recipients/phonenumber.h"

#include <QCollator>
#include <QLocale>

#include <phonenumbers/phonenumberutil.h>

#include <algorithm>
#include <set>

namespace inbox::recipients {

using i18n::phonenumbers::PhoneNumber;
using i18n::phonenumbers::PhoneNumberUtil;

namespace {

constexpr int kLongest = 60; // code units of one writing; also keeps hostile text from the library
constexpr int kMostDigits = 15; // E.164

const PhoneNumberUtil &library()
{
    return *PhoneNumberUtil::GetInstance();
}

// The library takes "1-800-FLOWERS" for a number, and looks for one inside other words. A customer's number
// has neither letters nor words.
bool looksLikeNumber(QStringView text)
{
    int digits = 0;
    int open = 0;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar c = text[i];
        if (c.isDigit()) {
            ++digits;
        } else if (c == u'+' || c == QChar(0xFF0B)) {
            if (digits > 0)
                return false;
        } else if (c == u'(') {
            ++open;
        } else if (c == u')') {
            if (--open < 0)
                return false;
        } else if (!c.isSpace()
                   && !QStringView(u"-./\u2010\u2011\u2012\u2013\u2014\u2212\u00AD\u200B").contains(c)
                   && c.category() != QChar::Other_Format) {
            return false;
        }
    }
    return digits > 0;
}

// What word processors and address books leave around and inside of a number.
QString cleaned(const QString &text)
{
    QString clean;
    clean.reserve(text.size());
    for (const QChar c : text) {
        if (c.category() == QChar::Other_Format)
            continue; // marks of direction, zero-width spaces, soft hyphens
        clean += c.isSpace() ? QChar(u' ') : c;
    }
    clean = clean.trimmed();
    // A spreadsheet's way to say that "+49" is no formula; our own export writes it so.
    if (clean.startsWith(u'\''))
        clean.remove(0, 1);
    if (clean.startsWith(QLatin1String("tel:"), Qt::CaseInsensitive))
        clean.remove(0, 4);
    return clean;
}

PhoneProblem problemOf(PhoneNumberUtil::ErrorType error, const Region &region, const QString &text)
{
    switch (error) {
    case PhoneNumberUtil::NO_PARSING_ERROR:
        return PhoneProblem::None;
    case PhoneNumberUtil::INVALID_COUNTRY_CODE_ERROR:
        return region.isEmpty() && !text.startsWith(u'+') ? PhoneProblem::NoCountry
                                                          : PhoneProblem::UnknownCountry;
    case PhoneNumberUtil::TOO_SHORT_AFTER_IDD:
    case PhoneNumberUtil::TOO_SHORT_NSN:
        return PhoneProblem::TooShort;
    case PhoneNumberUtil::TOO_LONG_NSN:
        return PhoneProblem::TooLong;
    case PhoneNumberUtil::NOT_A_NUMBER:
        break;
    }
    return PhoneProblem::NotANumber;
}

PhoneNumber parsed(const QString &e164, bool &ok)
{
    PhoneNumber number;
    ok = e164.startsWith(u'+') && e164.size() <= kLongest
        && library().Parse(e164.toStdString(), "ZZ", &number) == PhoneNumberUtil::NO_PARSING_ERROR;
    return number;
}

Region regionOfLocale()
{
    // QLocale::name() ends with the territory: "de_DE". "C" has none.
    const QString name = QLocale::system().name();
    const QString region = name.section(u'_', -1);
    return region.size() == 2 && name != region ? region.toUpper() : Region();
}

} // namespace

CheckedPhone checkedPhone(const QString &text, const Region &region)
{
    const auto problem = [](PhoneProblem what) { return CheckedPhone{{}, what}; };
    const QString given = cleaned(text);
    if (given.isEmpty())
        return problem(PhoneProblem::Empty);
    if (given.size() > kLongest)
        return problem(PhoneProblem::NotANumber);
    static const QStringList extensions{QStringLiteral("ext"), QStringLiteral(" x"), QStringLiteral("#"),
                                        QStringLiteral(";ext=")};
    const bool hasExtension = std::any_of(extensions.cbegin(), extensions.cend(), [&](const QString &word) {
        const qsizetype at = given.indexOf(word, 0, Qt::CaseInsensitive);
        return at > 0 && looksLikeNumber(given.first(at));
    });
    if (hasExtension)
        return problem(PhoneProblem::Extension);
    if (!looksLikeNumber(given))
        return problem(PhoneProblem::NotANumber);
    const auto digits = std::count_if(given.cbegin(), given.cend(), [](QChar c) { return c.isDigit(); });
    if (digits > kMostDigits + 5) // an international prefix and a "(0)" may stand before it
        return problem(PhoneProblem::TooLong);

    const std::string country = region.isEmpty() ? std::string("ZZ") : region.toStdString();
    PhoneNumber number;
    if (const auto error = library().Parse(given.toStdString(), country, &number);
        error != PhoneNumberUtil::NO_PARSING_ERROR)
        return problem(problemOf(error, region, given));
    if (number.has_extension())
        return problem(PhoneProblem::Extension);
    switch (library().IsPossibleNumberWithReason(number)) {
    case PhoneNumberUtil::IS_POSSIBLE:
        break;
    case PhoneNumberUtil::IS_POSSIBLE_LOCAL_ONLY: // without its area code
    case PhoneNumberUtil::TOO_SHORT:
        return problem(PhoneProblem::TooShort);
    case PhoneNumberUtil::TOO_LONG:
        return problem(PhoneProblem::TooLong);
    case PhoneNumberUtil::INVALID_COUNTRY_CODE:
        return problem(PhoneProblem::UnknownCountry);
    case PhoneNumberUtil::INVALID_LENGTH:
        return problem(PhoneProblem::NotInUse);
    }
    if (!library().IsValidNumber(number))
        return problem(PhoneProblem::NotInUse);
    std::string e164;
    library().Format(number, PhoneNumberUtil::E164, &e164);
    // The library knows old German numbers of 15 digits behind the country's two.
    constexpr size_t longest = 16; // E.164: "+" and 15 digits
    if (e164.size() > longest)
        return problem(PhoneProblem::TooLong);
    return {QString::fromStdString(e164), PhoneProblem::None};
}

QString phoneForPeople(const QString &e164)
{
    bool ok = false;
    const PhoneNumber number = parsed(e164, ok);
    if (!ok)
        return e164;
    std::string text;
    library().Format(number, PhoneNumberUtil::INTERNATIONAL, &text);
    return QString::fromStdString(text);
}

Region regionOf(const QString &e164)
{
    bool ok = false;
    const PhoneNumber number = parsed(e164, ok);
    if (!ok)
        return {};
    std::string region;
    library().GetRegionCodeForNumber(number, &region);
    return region.size() == 2 && region != "ZZ" ? QString::fromStdString(region) : Region();
}

Region guessedRegion(const QStringList &ownNumbers)
{
    for (const QString &number : ownNumbers) {
        // APIs write their lines' numbers with and without a plus.
        QString digits;
        for (const QChar c : number) {
            if (c.isDigit())
                digits += c;
        }
        if (const Region region = regionOf(u'+' + digits); !region.isEmpty())
            return region;
    }
    return regionOfLocale();
}

QList<Country> countries()
{
    std::set<std::string> regions;
    library().GetSupportedRegions(&regions);
    // Where a country has several languages, Qt names it in the first by the alphabet: here that is one few
    // read.
    static const QStringList english{QStringLiteral("GB"), QStringLiteral("US"), QStringLiteral("IE"),
                                     QStringLiteral("NZ"), QStringLiteral("AU"), QStringLiteral("ZA"),
                                     QStringLiteral("NG"), QStringLiteral("KE"), QStringLiteral("PH")};
    QList<Country> all;
    for (const std::string &region : regions) {
        const QString code = QString::fromStdString(region);
        const auto territory = QLocale::codeToTerritory(code);
        const QLocale usual(english.contains(code) ? QLocale::English : QLocale::AnyLanguage,
                            QLocale::AnyScript, territory);
        QString name = usual.territory() == territory ? usual.nativeTerritoryName() : QString();
        if (name.isEmpty())
            name = territory == QLocale::AnyTerritory ? code : QLocale::territoryToString(territory);
        all << Country{code, name, library().GetCountryCodeForRegion(region)};
    }
    QCollator order;
    order.setCaseSensitivity(Qt::CaseInsensitive);
    std::sort(all.begin(), all.end(), [&order](const Country &a, const Country &b) {
        const int by = order.compare(a.name, b.name);
        return by == 0 ? a.region < b.region : by < 0;
    });
    return all;
}

} // namespace inbox::recipients
