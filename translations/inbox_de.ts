<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de_DE" sourcelanguage="en_US">
<context>
    <name>AccountColors</name>
    <message>
        <source>Blue</source>
        <translation>Blau</translation>
    </message>
    <message>
        <source>Orange</source>
        <translation>Orange</translation>
    </message>
    <message>
        <source>Green</source>
        <translation>Grün</translation>
    </message>
    <message>
        <source>Purple</source>
        <translation>Violett</translation>
    </message>
    <message>
        <source>Teal</source>
        <translation>Petrol</translation>
    </message>
    <message>
        <source>Pink</source>
        <translation>Pink</translation>
    </message>
    <message>
        <source>Ochre</source>
        <translation>Ocker</translation>
    </message>
    <message>
        <source>Grey</source>
        <translation>Grau</translation>
    </message>
</context>
<context>
    <name>Backend</name>
    <message>
        <source>Client API</source>
        <translation>Client API</translation>
    </message>
    <message>
        <source>WhatsApp, web widget and bridge conversations</source>
        <translation>Konversationen aus WhatsApp, Website-Chat und Bridge</translation>
    </message>
    <message>
        <source>Server address</source>
        <translation>Serveradresse</translation>
    </message>
    <message>
        <source>The https address of your server, up to and including /third-party/v1.</source>
        <translation>Die https-Adresse Ihres Servers, bis einschließlich /third-party/v1.</translation>
    </message>
    <message>
        <source>Names of the custom fields</source>
        <translation>Namen der eigenen Felder</translation>
    </message>
    <message>
        <source>Up to five names, one a line. A profile has five fields of your own; the server does not tell their names.</source>
        <translation>Bis zu fünf Namen, einer pro Zeile. Ein Profil hat fünf eigene Felder; der Server verrät ihre Namen nicht.</translation>
    </message>
    <message>
        <source>Seconds between looks at the list</source>
        <translation>Sekunden zwischen zwei Abfragen der Liste</translation>
    </message>
    <message>
        <source>The open conversation is looked at more often. Slow servers are asked less.</source>
        <translation>Die geöffnete Konversation wird öfter abgefragt, langsame Server seltener.</translation>
    </message>
    <message>
        <source>Extra query for the list</source>
        <translation>Zusätzliche Parameter für die Liste</translation>
    </message>
    <message>
        <source>Added to the request for conversations, for servers that can filter.</source>
        <translation>Wird an die Abfrage der Konversationen angehängt, für Server, die filtern können.</translation>
    </message>
    <message>
        <source>Access token</source>
        <translation>Zugriffstoken</translation>
    </message>
    <message>
        <source>Kept in your system&apos;s keychain only.</source>
        <translation>Liegt nur im Schlüsselbund Ihres Systems.</translation>
    </message>
    <message>
        <source>ChatCaptain</source>
        <translation>ChatCaptain</translation>
    </message>
    <message>
        <source>A chatbot&apos;s conversations on WhatsApp, the web, e-mail and telephone</source>
        <translation>Unterhaltungen eines Chatbots über WhatsApp, Web, E-Mail und Telefon</translation>
    </message>
    <message>
        <source>The https address of the API, without /v1.</source>
        <translation>Die https-Adresse der API, ohne /v1.</translation>
    </message>
    <message>
        <source>Chatbot id</source>
        <translation>Chatbot-ID</translation>
    </message>
    <message>
        <source>Of the chatbot whose conversations are answered here.</source>
        <translation>Des Chatbots, dessen Unterhaltungen hier beantwortet werden.</translation>
    </message>
    <message>
        <source>Workspace id</source>
        <translation>Workspace-ID</translation>
    </message>
    <message>
        <source>Colleagues have names only when the workspace is known.</source>
        <translation>Nur wenn der Workspace bekannt ist, haben Kollegen Namen.</translation>
    </message>
    <message>
        <source>Largest list, in megabytes</source>
        <translation>Größte Liste in Megabyte</translation>
    </message>
    <message>
        <source>The API gives whole lists only. A longer one is not read.</source>
        <translation>Die API gibt nur ganze Listen. Eine längere wird nicht gelesen.</translation>
    </message>
    <message>
        <source>API key</source>
        <translation>API-Schlüssel</translation>
    </message>
    <message>
        <source>Only this channel</source>
        <translation>Nur dieser Kanal</translation>
    </message>
    <message>
        <source>Its id: the server then gives no other conversations.</source>
        <translation>Seine ID: Der Server gibt dann keine anderen Konversationen heraus.</translation>
    </message>
    <message>
        <source>Only this contact</source>
        <translation>Nur dieser Kontakt</translation>
    </message>
    <message>
        <source>Their id: the server then gives no other conversations.</source>
        <translation>Seine ID: Der Server gibt dann keine anderen Konversationen heraus.</translation>
    </message>
    <message>
        <source>Environment</source>
        <translation>Umgebung</translation>
    </message>
    <message>
        <source>Conversations of prod, test or dev; “all” puts them in one list.</source>
        <translation>Konversationen aus prod, test oder dev; „all“ zeigt alle in einer Liste.</translation>
    </message>
    <message>
        <source>Agent ID</source>
        <translation>Agent-ID</translation>
    </message>
    <message>
        <source>The number of yours that the message comes from. Empty: the server chooses.</source>
        <translation>Ihre Nummer, von der die Nachricht kommt. Leer: der Server wählt.</translation>
    </message>
    <message>
        <source>Zild</source>
        <translation>Zild</translation>
    </message>
    <message>
        <source>Starts WhatsApp conversations from templates, for one person or many</source>
        <translation>Beginnt WhatsApp-Gespräche aus Vorlagen, mit einer Person oder vielen</translation>
    </message>
    <message>
        <source>The https address of your server, without /api.</source>
        <translation>Die https-Adresse Ihres Servers, ohne /api.</translation>
    </message>
    <message>
        <source>JWT token</source>
        <translation>JWT-Token</translation>
    </message>
    <message>
        <source>Kept in your system&apos;s keychain only. It can be tried only by starting a conversation.</source>
        <translation>Nur im Schlüsselbund Ihres Systems. Ausprobieren lässt es sich nur, indem man ein Gespräch beginnt.</translation>
    </message>
    <message>
        <source>Template ID</source>
        <translation>Vorlagen-ID</translation>
    </message>
    <message>
        <source>Channel ID</source>
        <translation>Kanal-ID</translation>
    </message>
    <message>
        <source>The number of yours that the message comes from.</source>
        <translation>Ihre Nummer, von der die Nachricht kommt.</translation>
    </message>
    <message>
        <source>Bot ID</source>
        <translation>Bot-ID</translation>
    </message>
    <message>
        <source>Queue ID</source>
        <translation>Warteschlangen-ID</translation>
    </message>
    <message>
        <source>User ID</source>
        <translation>Benutzer-ID</translation>
    </message>
    <message>
        <source>Counterpart user ID</source>
        <translation>Benutzer-ID des Gegenübers</translation>
    </message>
    <message>
        <source>A person answers, not the bot</source>
        <translation>Ein Mensch antwortet, nicht der Bot</translation>
    </message>
    <message>
        <source>Account IDs</source>
        <translation>Konto-IDs</translation>
    </message>
    <message>
        <source>Numbers, one a line.</source>
        <translation>Zahlen, eine je Zeile.</translation>
    </message>
    <message>
        <source>Contact IDs</source>
        <translation>Kontakt-IDs</translation>
    </message>
    <message>
        <source>Integration type</source>
        <translation>Integrationsart</translation>
    </message>
    <message>
        <source>A number from 0 to 18; what each means is documented nowhere.</source>
        <translation>Eine Zahl von 0 bis 18; was jede bedeutet, ist nirgends dokumentiert.</translation>
    </message>
</context>
<context>
    <name>CommandJudge</name>
    <message>
        <source>The window is in front already.</source>
        <translation>Das Fenster ist schon vorn.</translation>
    </message>
    <message>
        <source>There is no notice.</source>
        <translation>Es gibt keinen Hinweis.</translation>
    </message>
    <message>
        <source>Connect an account first.</source>
        <translation>Verbinden Sie zuerst ein Konto.</translation>
    </message>
    <message>
        <source>The list is empty.</source>
        <translation>Die Liste ist leer.</translation>
    </message>
    <message>
        <source>No window closes in this view.</source>
        <translation>In dieser Ansicht schließt kein Antwortfenster.</translation>
    </message>
    <message>
        <source>The list is up to date.</source>
        <translation>Die Liste ist aktuell.</translation>
    </message>
    <message>
        <source>Open a conversation first.</source>
        <translation>Öffnen Sie zuerst eine Konversation.</translation>
    </message>
    <message>
        <source>This conversation is done already.</source>
        <translation>Diese Konversation ist schon erledigt.</translation>
    </message>
    <message>
        <source>This conversation is not done.</source>
        <translation>Diese Konversation ist nicht erledigt.</translation>
    </message>
    <message>
        <source>This conversation is in progress already.</source>
        <translation>Diese Konversation ist schon in Arbeit.</translation>
    </message>
    <message>
        <source>This conversation is yours already.</source>
        <translation>Diese Konversation gehört schon Ihnen.</translation>
    </message>
    <message>
        <source>You can still write to this customer without a restart.</source>
        <translation>Sie können diesem Kunden noch ohne Neustart schreiben.</translation>
    </message>
    <message>
        <source>Everything is read.</source>
        <translation>Alles ist gelesen.</translation>
    </message>
    <message>
        <source>No number is known.</source>
        <translation>Es ist keine Nummer bekannt.</translation>
    </message>
    <message>
        <source>There are no messages.</source>
        <translation>Es gibt keine Nachrichten.</translation>
    </message>
    <message>
        <source>There are no older messages.</source>
        <translation>Es gibt keine älteren Nachrichten.</translation>
    </message>
    <message>
        <source>No message here failed in a way that a retry can help.</source>
        <translation>Hier ist keine Nachricht so fehlgeschlagen, dass erneutes Senden hilft.</translation>
    </message>
    <message>
        <source>Select a message first, with %1.</source>
        <translation>Wählen Sie zuerst eine Nachricht aus, mit %1.</translation>
    </message>
    <message>
        <source>Only a message that has been sent can be quoted.</source>
        <translation>Nur eine gesendete Nachricht lässt sich zitieren.</translation>
    </message>
    <message>
        <source>One cannot react to this message.</source>
        <translation>Auf diese Nachricht kann man nicht reagieren.</translation>
    </message>
    <message>
        <source>A note has no details.</source>
        <translation>Eine Notiz hat keine Details.</translation>
    </message>
    <message>
        <source>There is nothing in this message to open or save.</source>
        <translation>In dieser Nachricht ist nichts zu öffnen oder zu speichern.</translation>
    </message>
    <message>
        <source>No sound is being played.</source>
        <translation>Es wird kein Ton abgespielt.</translation>
    </message>
    <message>
        <source>There is nothing to undo.</source>
        <translation>Es gibt nichts rückgängig zu machen.</translation>
    </message>
    <message>
        <source>There is nothing to do again.</source>
        <translation>Es gibt nichts zu wiederholen.</translation>
    </message>
    <message>
        <source>The account has no teams, or they were not read yet.</source>
        <translation>Das Konto hat keine Teams, oder sie wurden noch nicht gelesen.</translation>
    </message>
    <message>
        <source>No bot answers here.</source>
        <translation>Hier antwortet kein Bot.</translation>
    </message>
    <message>
        <source>The account has no tags, or they were not read yet.</source>
        <translation>Das Konto hat keine Tags, oder sie wurden noch nicht gelesen.</translation>
    </message>
    <message>
        <source>There is no saved view with this number.</source>
        <translation>Es gibt keine gespeicherte Ansicht mit dieser Nummer.</translation>
    </message>
    <message>
        <source>The account has no snippets, or they were not read yet.</source>
        <translation>Das Konto hat keine Textbausteine, oder sie wurden noch nicht gelesen.</translation>
    </message>
    <message>
        <source>No colleague is known yet.</source>
        <translation>Noch ist niemand aus dem Team bekannt.</translation>
    </message>
    <message>
        <source>Open a conversation of this list first.</source>
        <translation>Öffnen Sie zuerst eine Konversation aus dieser Liste.</translation>
    </message>
    <message>
        <source>Nothing is selected.</source>
        <translation>Nichts ist ausgewählt.</translation>
    </message>
    <message>
        <source>At most %L1 conversations can be changed at once, and %L2 are selected.</source>
        <translation>Höchstens %L1 Konversationen können auf einmal geändert werden, und %L2 sind ausgewählt.</translation>
    </message>
    <message>
        <source>The selected conversations are of several accounts, which have their own colleagues, teams and tags.</source>
        <translation>Die ausgewählten Konversationen gehören zu mehreren Konten, die eigene Kollegen, Teams und Tags haben.</translation>
    </message>
    <message>
        <source>The bot answers here already.</source>
        <translation>Der Bot antwortet hier schon.</translation>
    </message>
</context>
<context>
    <name>CommandLine</name>
    <message>
        <source>Show this help.</source>
        <translation>Diese Hilfe anzeigen.</translation>
    </message>
    <message>
        <source>Show the version.</source>
        <translation>Die Version anzeigen.</translation>
    </message>
    <message>
        <source>Open the demo workspace: invented customers, on this machine only.</source>
        <translation>Den Demo-Arbeitsbereich öffnen: erfundene Kunden, nur auf diesem Rechner.</translation>
    </message>
    <message>
        <source>With --demo: begin the demo workspace anew.</source>
        <translation>Mit --demo: den Demo-Arbeitsbereich neu beginnen.</translation>
    </message>
    <message>
        <source>Keep accounts and settings in this directory.</source>
        <translation>Konten und Einstellungen in diesem Ordner speichern.</translation>
    </message>
    <message>
        <source>DIR</source>
        <extracomment>Placeholder for a directory in the command line help</extracomment>
        <translation>ORDNER</translation>
    </message>
    <message>
        <source>Open an account for this run only, for example client-api=https://api.example.com. Its token is read from the environment variable AGENT_INBOX_TOKEN or else from standard input, and is never stored.</source>
        <translation>Ein Konto nur für diesen Programmlauf öffnen, zum Beispiel client-api=https://api.example.com. Sein Token wird aus der Umgebungsvariablen AGENT_INBOX_TOKEN oder sonst von der Standardeingabe gelesen und nie gespeichert.</translation>
    </message>
    <message>
        <source>KIND=URL</source>
        <extracomment>Placeholder for a kind of account and its address in the command line help</extracomment>
        <translation>ART=URL</translation>
    </message>
    <message>
        <source>Use this language, for example de.</source>
        <translation>Diese Sprache verwenden, zum Beispiel de.</translation>
    </message>
    <message>
        <source>CODE</source>
        <extracomment>Placeholder for a language code in the command line help</extracomment>
        <translation>CODE</translation>
    </message>
    <message>
        <source>Use the light or the dark look, or follow the system.</source>
        <translation>Helles oder dunkles Design verwenden oder dem System folgen.</translation>
    </message>
    <message>
        <source>--connect needs a kind of account and its address, like client-api=https://api.example.com.</source>
        <translation>--connect braucht eine Kontoart und ihre Adresse, etwa client-api=https://api.example.com.</translation>
    </message>
    <message>
        <source>There is no kind of account called &quot;%1&quot;. Known: %2.</source>
        <translation>Eine Kontoart namens „%1“ gibt es nicht. Bekannt: %2.</translation>
    </message>
    <message>
        <source>The address after --connect must begin with https:// (http:// only for this machine).</source>
        <translation>Die Adresse nach --connect muss mit https:// beginnen (http:// nur für diesen Rechner).</translation>
    </message>
    <message>
        <source>The address after --connect must not contain a user name or password.</source>
        <translation>Die Adresse nach --connect darf weder Benutzernamen noch Passwort enthalten.</translation>
    </message>
    <message>
        <source>The address after --connect must not contain ? or #.</source>
        <translation>Die Adresse nach --connect darf weder ? noch # enthalten.</translation>
    </message>
    <message>
        <source>The address after --connect is not a web address.</source>
        <translation>Die Adresse nach --connect ist keine Webadresse.</translation>
    </message>
    <message>
        <source>There is no option &quot;%1&quot;.</source>
        <translation>Die Option „%1“ gibt es nicht.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not an option.</source>
        <translation>„%1“ ist keine Option.</translation>
    </message>
    <message>
        <source>--demo-reset needs --demo.</source>
        <translation>--demo-reset braucht --demo.</translation>
    </message>
    <message>
        <source>--profile needs a directory.</source>
        <translation>--profile braucht einen Ordner.</translation>
    </message>
    <message>
        <source>--demo and --connect do not go together.</source>
        <translation>--demo und --connect lassen sich nicht kombinieren.</translation>
    </message>
    <message>
        <source>There is no translation for the language &quot;%1&quot;. Known: %2.</source>
        <translation>Für die Sprache „%1“ gibt es keine Übersetzung. Bekannt: %2.</translation>
    </message>
    <message>
        <source>--theme is light, dark or system.</source>
        <translation>--theme ist light, dark oder system.</translation>
    </message>
    <message>
        <source>A native desktop inbox for people who answer customers.</source>
        <translation>Ein natives Desktop-Postfach für alle, die Kunden antworten.</translation>
    </message>
    <message>
        <source>Agent Inbox is already open with this profile.</source>
        <translation>Agent Inbox ist mit diesem Profil schon geöffnet.</translation>
    </message>
    <message>
        <source>The profile directory cannot be written.</source>
        <translation>In den Profilordner kann nicht geschrieben werden.</translation>
    </message>
    <message>
        <source>--connect needs a token, in the environment variable AGENT_INBOX_TOKEN or on standard input.</source>
        <translation>--connect braucht ein Token, in der Umgebungsvariablen AGENT_INBOX_TOKEN oder auf der Standardeingabe.</translation>
    </message>
    <message>
        <source>There is no display to show a window on.</source>
        <translation>Es gibt keine Anzeige für ein Fenster.</translation>
    </message>
    <message>
        <source>Agent Inbox is already open; its window comes to the front.</source>
        <translation>Agent Inbox ist schon geöffnet; das Fenster kommt nach vorn.</translation>
    </message>
    <message>
        <source>With --connect: one more setting of the account, for example chatbot=ID. May be given several times.</source>
        <translation>Mit --connect: eine weitere Einstellung des Kontos, zum Beispiel chatbot=ID. Darf mehrmals stehen.</translation>
    </message>
    <message>
        <source>NAME=VALUE</source>
        <extracomment>Placeholder for an account&apos;s setting in the command line help</extracomment>
        <translation>NAME=WERT</translation>
    </message>
    <message>
        <source>--option needs --connect.</source>
        <translation>--option braucht --connect.</translation>
    </message>
    <message>
        <source>--option needs a name and a value, like chatbot=ID.</source>
        <translation>--option braucht einen Namen und einen Wert, etwa chatbot=ID.</translation>
    </message>
    <message>
        <source>Accounts of the kind %1 take no --option.</source>
        <translation>Konten der Art %1 nehmen kein --option.</translation>
    </message>
    <message>
        <source>--option %1: accounts of the kind %2 have no such setting. Known: %3.</source>
        <translation>--option %1: Konten der Art %2 haben keine solche Einstellung. Bekannt: %3.</translation>
    </message>
    <message>
        <source>An account of the kind %1 needs --option %2=…, which is missing.</source>
        <translation>Ein Konto der Art %1 braucht --option %2=…; das fehlt.</translation>
    </message>
</context>
<context>
    <name>Commands</name>
    <message>
        <source>Next conversation</source>
        <translation>Nächste Konversation</translation>
    </message>
    <message>
        <source>Previous conversation</source>
        <translation>Vorige Konversation</translation>
    </message>
    <message>
        <source>Next window to close</source>
        <translation>Nächstes schließendes Antwortfenster</translation>
    </message>
    <message>
        <source>Show the waiting changes</source>
        <translation>Wartende Änderungen anzeigen</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Suchen</translation>
    </message>
    <message>
        <source>Peek without marking as read</source>
        <translation>Nur ansehen, nicht als gelesen markieren</translation>
    </message>
    <message>
        <source>Go to mine</source>
        <translation>Zu meinen Konversationen</translation>
    </message>
    <message>
        <source>Go to unassigned</source>
        <translation>Zu nicht zugewiesenen</translation>
    </message>
    <message>
        <source>Go to all</source>
        <translation>Zu allen Konversationen</translation>
    </message>
    <message>
        <source>Go to done</source>
        <translation>Zu erledigten</translation>
    </message>
    <message>
        <source>Go to snoozed</source>
        <translation>Zu zurückgestellten</translation>
    </message>
    <message>
        <source>Reply</source>
        <translation>Antworten</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>Senden</translation>
    </message>
    <message>
        <source>Done and go to the next</source>
        <translation>Erledigt und weiter zur nächsten</translation>
    </message>
    <message>
        <source>Reopen</source>
        <translation>Wieder öffnen</translation>
    </message>
    <message>
        <source>Mark as in progress</source>
        <translation>Als „In Arbeit“ markieren</translation>
    </message>
    <message>
        <source>Assign…</source>
        <translation>Zuweisen&#xa0;…</translation>
    </message>
    <message>
        <source>Assign to me</source>
        <translation>Mir zuweisen</translation>
    </message>
    <message>
        <source>Restart conversation…</source>
        <translation>Konversation neu starten&#xa0;…</translation>
    </message>
    <message>
        <source>Mark as read</source>
        <translation>Als gelesen markieren</translation>
    </message>
    <message>
        <source>Copy the customer&apos;s number</source>
        <translation>Nummer des Kunden kopieren</translation>
    </message>
    <message>
        <source>Next message</source>
        <translation>Nächste Nachricht</translation>
    </message>
    <message>
        <source>Previous message</source>
        <translation>Vorige Nachricht</translation>
    </message>
    <message>
        <source>Go to the newest message</source>
        <translation>Zur neuesten Nachricht</translation>
    </message>
    <message>
        <source>Load older messages</source>
        <translation>Ältere Nachrichten laden</translation>
    </message>
    <message>
        <source>Retry the failed message</source>
        <translation>Fehlgeschlagene Nachricht erneut senden</translation>
    </message>
    <message>
        <source>Quote the message</source>
        <translation>Nachricht zitieren</translation>
    </message>
    <message>
        <source>React…</source>
        <translation>Reagieren&#xa0;…</translation>
    </message>
    <message>
        <source>Copy the message</source>
        <translation>Nachricht kopieren</translation>
    </message>
    <message>
        <source>Message details</source>
        <translation>Nachrichtendetails</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>Next pane</source>
        <translation>Nächster Bereich</translation>
    </message>
    <message>
        <source>Previous pane</source>
        <translation>Voriger Bereich</translation>
    </message>
    <message>
        <source>Show or hide the details</source>
        <translation>Details ein- oder ausblenden</translation>
    </message>
    <message>
        <source>Commands</source>
        <translation>Befehle</translation>
    </message>
    <message>
        <source>What can I press?</source>
        <translation>Welche Tasten gibt es?</translation>
    </message>
    <message>
        <source>Dismiss the notices</source>
        <translation>Hinweise ausblenden</translation>
    </message>
    <message>
        <source>Sync now</source>
        <translation>Jetzt synchronisieren</translation>
    </message>
    <message>
        <source>Who am I…</source>
        <translation>Wer bin ich&#xa0;…</translation>
    </message>
    <message>
        <source>Accounts…</source>
        <translation>Konten&#xa0;…</translation>
    </message>
    <message>
        <source>Connect an account…</source>
        <translation>Konto verbinden&#xa0;…</translation>
    </message>
    <message>
        <source>Open the demo workspace</source>
        <translation>Demo-Arbeitsbereich öffnen</translation>
    </message>
    <message>
        <source>Theme: as the system</source>
        <translation>Design: wie das System</translation>
    </message>
    <message>
        <source>Theme: light</source>
        <translation>Design: hell</translation>
    </message>
    <message>
        <source>Theme: dark</source>
        <translation>Design: dunkel</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Beenden</translation>
    </message>
    <message>
        <source>Go to the windows that close next</source>
        <translation>Zu den Antwortfenstern, die als Nächstes schließen</translation>
    </message>
    <message>
        <source>Settings…</source>
        <translation>Einstellungen…</translation>
    </message>
    <message>
        <source>Open or play what was sent</source>
        <translation>Öffnen oder abspielen, was gesendet wurde</translation>
    </message>
    <message>
        <source>Save what was sent…</source>
        <translation>Speichern, was gesendet wurde&#xa0;…</translation>
    </message>
    <message>
        <source>Sound: 5 seconds back</source>
        <translation>Ton: 5 Sekunden zurück</translation>
    </message>
    <message>
        <source>Sound: 5 seconds on</source>
        <translation>Ton: 5 Sekunden vor</translation>
    </message>
    <message>
        <source>Sound: faster or as recorded</source>
        <translation>Ton: schneller oder wie aufgenommen</translation>
    </message>
    <message>
        <source>Insert an emoji…</source>
        <translation>Emoji einfügen&#xa0;…</translation>
    </message>
    <message>
        <source>Bold</source>
        <translation>Fett</translation>
    </message>
    <message>
        <source>Italic</source>
        <translation>Kursiv</translation>
    </message>
    <message>
        <source>Strike through</source>
        <translation>Durchgestrichen</translation>
    </message>
    <message>
        <source>Show the window</source>
        <translation>Fenster zeigen</translation>
    </message>
    <message>
        <source>Send, done, and go to the next</source>
        <translation>Senden, erledigt und weiter</translation>
    </message>
    <message>
        <source>Undo the last change</source>
        <translation>Letzte Änderung rückgängig machen</translation>
    </message>
    <message>
        <source>Do it again after all</source>
        <translation>Doch wieder ausführen</translation>
    </message>
    <message>
        <source>Outbox: what waits to be sent</source>
        <translation>Postausgang: was aufs Senden wartet</translation>
    </message>
    <message>
        <source>Drafts: held, open and discarded</source>
        <translation>Entwürfe: zurückgehalten, offen und verworfen</translation>
    </message>
    <message>
        <source>Ledger: what was paid for</source>
        <translation>Kostenbuch: was bezahlt wurde</translation>
    </message>
    <message>
        <source>Assign to a team…</source>
        <translation>Einem Team zuweisen…</translation>
    </message>
    <message>
        <source>Take over from the bot</source>
        <translation>Vom Bot übernehmen</translation>
    </message>
    <message>
        <source>Tags…</source>
        <translation>Tags…</translation>
    </message>
    <message>
        <source>Snooze…</source>
        <translation>Zurückstellen…</translation>
    </message>
    <message>
        <source>Write a note…</source>
        <translation>Notiz schreiben…</translation>
    </message>
    <message>
        <source>Delete conversation…</source>
        <translation>Konversation löschen…</translation>
    </message>
    <message>
        <source>Mark as unread, or as read</source>
        <translation>Als ungelesen oder gelesen markieren</translation>
    </message>
    <message>
        <source>Into the archive, or out of it</source>
        <translation>Ins Archiv oder wieder heraus</translation>
    </message>
    <message>
        <source>Find by provider id…</source>
        <translation>Nach Anbieter-ID suchen…</translation>
    </message>
    <message>
        <source>Trigger event…</source>
        <translation>Ereignis auslösen…</translation>
    </message>
    <message>
        <source>Run flow step…</source>
        <translation>Flow-Schritt ausführen…</translation>
    </message>
    <message>
        <source>Simulate customer message…</source>
        <translation>Kundennachricht nachstellen…</translation>
    </message>
    <message>
        <source>Simulate channel event…</source>
        <translation>Kanalereignis nachstellen…</translation>
    </message>
    <message>
        <source>New conversation…</source>
        <translation>Neue Konversation&#xa0;…</translation>
    </message>
    <message>
        <source>Begun: what you sent to customers first</source>
        <translation>Begonnen: was Sie Kunden von sich aus gesendet haben</translation>
    </message>
    <message>
        <source>Go to saved view 1</source>
        <translation>Zur gespeicherten Ansicht 1</translation>
    </message>
    <message>
        <source>Go to saved view 2</source>
        <translation>Zur gespeicherten Ansicht 2</translation>
    </message>
    <message>
        <source>Go to saved view 3</source>
        <translation>Zur gespeicherten Ansicht 3</translation>
    </message>
    <message>
        <source>Go to saved view 4</source>
        <translation>Zur gespeicherten Ansicht 4</translation>
    </message>
    <message>
        <source>Go to saved view 5</source>
        <translation>Zur gespeicherten Ansicht 5</translation>
    </message>
    <message>
        <source>Go to saved view 6</source>
        <translation>Zur gespeicherten Ansicht 6</translation>
    </message>
    <message>
        <source>Go to saved view 7</source>
        <translation>Zur gespeicherten Ansicht 7</translation>
    </message>
    <message>
        <source>Go to saved view 8</source>
        <translation>Zur gespeicherten Ansicht 8</translation>
    </message>
    <message>
        <source>Go to saved view 9</source>
        <translation>Zur gespeicherten Ansicht 9</translation>
    </message>
    <message>
        <source>Insert a snippet…</source>
        <translation>Textbaustein einfügen…</translation>
    </message>
    <message>
        <source>Rename…</source>
        <translation>Umbenennen…</translation>
    </message>
    <message>
        <source>Language…</source>
        <translation>Sprache…</translation>
    </message>
    <message>
        <source>Metadata…</source>
        <translation>Metadaten…</translation>
    </message>
    <message>
        <source>Mention…</source>
        <translation>Erwähnen…</translation>
    </message>
    <message>
        <source>Be online, or away</source>
        <translation>Online oder abwesend sein</translation>
    </message>
    <message>
        <source>Select the conversation, or no longer</source>
        <translation>Konversation auswählen oder nicht mehr</translation>
    </message>
    <message>
        <source>Select on to the next conversation</source>
        <translation>Weiter auswählen bis zur nächsten Konversation</translation>
    </message>
    <message>
        <source>Select on to the previous conversation</source>
        <translation>Weiter auswählen bis zur vorigen Konversation</translation>
    </message>
    <message>
        <source>Select all of this view</source>
        <translation>Alles in dieser Ansicht auswählen</translation>
    </message>
    <message>
        <source>Select none</source>
        <translation>Nichts auswählen</translation>
    </message>
    <message>
        <source>Attach files…</source>
        <translation>Dateien anhängen …</translation>
    </message>
    <message>
        <source>Hand to the bot</source>
        <translation>An den Bot übergeben</translation>
    </message>
    <message>
        <source>Go to mentions of you</source>
        <translation>Zu Konversationen, in denen Sie erwähnt sind</translation>
    </message>
</context>
<context>
    <name>ConversationRow</name>
    <message>
        <source>Bot</source>
        <comment>instead of the name of who wrote a message</comment>
        <translation>Bot</translation>
    </message>
    <message>
        <source>mentions you</source>
        <translation>erwähnt Sie</translation>
    </message>
    <message>
        <source>tags: %1</source>
        <comment>what a conversation is tagged with, by name</comment>
        <translation>Tags: %1</translation>
    </message>
</context>
<context>
    <name>EmojiLibrary</name>
    <message>
        <source>Smileys</source>
        <translation>Smileys</translation>
    </message>
    <message>
        <source>People</source>
        <translation>Menschen</translation>
    </message>
    <message>
        <source>Animals and nature</source>
        <translation>Tiere und Natur</translation>
    </message>
    <message>
        <source>Food and drink</source>
        <translation>Essen und Trinken</translation>
    </message>
    <message>
        <source>Travel and places</source>
        <translation>Reisen und Orte</translation>
    </message>
    <message>
        <source>Activities</source>
        <translation>Aktivitäten</translation>
    </message>
    <message>
        <source>Objects</source>
        <translation>Gegenstände</translation>
    </message>
    <message>
        <source>Symbols</source>
        <translation>Symbole</translation>
    </message>
    <message>
        <source>Flags</source>
        <translation>Flaggen</translation>
    </message>
</context>
<context>
    <name>KeyMap</name>
    <message>
        <source>One key or two, one after the other.</source>
        <translation>Eine Taste oder zwei nacheinander.</translation>
    </message>
    <message>
        <source>This key does nothing alone.</source>
        <translation>Diese Taste bewirkt allein nichts.</translation>
    </message>
    <message>
        <source>Esc always leads back.</source>
        <translation>Esc führt immer zurück.</translation>
    </message>
    <message>
        <source>Tab always moves to the next field.</source>
        <translation>Tab führt immer ins nächste Feld.</translation>
    </message>
    <message>
        <source>Alt with a letter writes other letters in some languages.</source>
        <translation>Alt mit einem Buchstaben schreibt in manchen Sprachen andere Buchstaben.</translation>
    </message>
    <message>
        <source>Digits say how many times the next key counts.</source>
        <translation>Ziffern sagen, wie oft die nächste Taste zählt.</translation>
    </message>
    <message>
        <source>This is needed while you type: use Ctrl with another key, or a function key.</source>
        <translation>Das wird beim Schreiben gebraucht: Strg mit einer anderen Taste oder eine Funktionstaste.</translation>
    </message>
    <message>
        <source>Text fields need this key.</source>
        <translation>Textfelder brauchen diese Taste.</translation>
    </message>
</context>
<context>
    <name>LedgerCsv</name>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>Konto</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>Kunde</translation>
    </message>
    <message>
        <source>Conversation</source>
        <translation>Konversation</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>Anschluss</translation>
    </message>
    <message>
        <source>Agent</source>
        <translation>Bearbeitet von</translation>
    </message>
    <message>
        <source>Price in EUR, about</source>
        <translation>Preis in EUR, etwa</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>Ergebnis</translation>
    </message>
    <message>
        <source>Answered</source>
        <translation>Beantwortet</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>ja</translation>
    </message>
    <message>
        <source>no</source>
        <translation>nein</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>nicht bekannt</translation>
    </message>
</context>
<context>
    <name>MediaWords</name>
    <message>
        <source>Load</source>
        <translation>Laden</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>View</source>
        <translation>Ansehen</translation>
    </message>
    <message>
        <source>Save…</source>
        <translation>Speichern&#xa0;…</translation>
    </message>
    <message>
        <source>Play</source>
        <translation>Abspielen</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Go to this place</source>
        <translation>Zu dieser Stelle</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>Tempo</translation>
    </message>
    <message>
        <source>Open map</source>
        <translation>Karte öffnen</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Save contact…</source>
        <translation>Kontakt speichern&#xa0;…</translation>
    </message>
    <message>
        <source>Waiting for other downloads</source>
        <translation>Wartet auf andere Downloads</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <comment>bytes received, of all</comment>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>%1 %</source>
        <comment>share of a download</comment>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>It could not be loaded.</source>
        <translation>Es konnte nicht geladen werden.</translation>
    </message>
    <message>
        <source>%1: over your limit for files</source>
        <translation>%1: über der Grenze für Dateien</translation>
    </message>
    <message>
        <source>Over your limit for files</source>
        <translation>Über der Grenze für Dateien</translation>
    </message>
    <message>
        <source>There is no safe address to load it from.</source>
        <translation>Es gibt keine sichere Adresse dafür.</translation>
    </message>
    <message>
        <source>Load · %1</source>
        <comment>size of a picture</comment>
        <translation>Laden · %1</translation>
    </message>
    <message>
        <source>It cannot be shown as a picture.</source>
        <translation>Es lässt sich nicht als Bild zeigen.</translation>
    </message>
    <message>
        <source>%1×</source>
        <comment>speed of a sound</comment>
        <translation>%1×</translation>
    </message>
    <message>
        <source>Work</source>
        <translation>Arbeit</translation>
    </message>
    <message>
        <source>Home</source>
        <translation>Privat</translation>
    </message>
    <message>
        <source>Mobile</source>
        <translation>Mobil</translation>
    </message>
    <message>
        <source>Main</source>
        <translation>Haupt</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <comment>number of a picture, of all</comment>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>%1 has been saved.</source>
        <translation>%1 ist gespeichert.</translation>
    </message>
    <message>
        <source>The file was not saved: %1</source>
        <translation>Die Datei wurde nicht gespeichert: %1</translation>
    </message>
</context>
<context>
    <name>NotificationWords</name>
    <message>
        <source>New message</source>
        <translation>Neue Nachricht</translation>
    </message>
    <message numerus="yes">
        <source>%n new message(s)</source>
        <translation>
            <numerusform>%n neue Nachricht</numerusform>
            <numerusform>%n neue Nachrichten</numerusform>
        </translation>
    </message>
    <message>
        <source>A reply window closes soon</source>
        <translation>Ein Antwortfenster schließt bald</translation>
    </message>
    <message>
        <source>%1 left, and the customer waits for an answer.</source>
        <translation>Noch %1, und der Kunde wartet auf Antwort.</translation>
    </message>
    <message>
        <source>A message may not have been sent</source>
        <translation>Eine Nachricht wurde vielleicht nicht gesendet</translation>
    </message>
    <message>
        <source>A message was not sent</source>
        <translation>Eine Nachricht wurde nicht gesendet</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>what went wrong: a message</comment>
        <translation>%1: %2</translation>
    </message>
    <message numerus="yes">
        <source>New messages in %n conversation(s)</source>
        <translation>
            <numerusform>Neue Nachrichten in %n Konversation</numerusform>
            <numerusform>Neue Nachrichten in %n Konversationen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n reply window(s) close soon</source>
        <translation>
            <numerusform>%n Antwortfenster schließt bald</numerusform>
            <numerusform>%n Antwortfenster schließen bald</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n message(s) not sent</source>
        <translation>
            <numerusform>%n Nachricht nicht gesendet</numerusform>
            <numerusform>%n Nachrichten nicht gesendet</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>%n weitere</numerusform>
            <numerusform>%n weitere</numerusform>
        </translation>
    </message>
    <message>
        <source>Open conversation</source>
        <translation>Konversation öffnen</translation>
    </message>
    <message>
        <source>Open inbox</source>
        <translation>Posteingang öffnen</translation>
    </message>
    <message>
        <source>(%1) Agent Inbox</source>
        <comment>unread conversations</comment>
        <translation>(%1) Agent Inbox</translation>
    </message>
    <message>
        <source>Agent Inbox</source>
        <translation>Agent Inbox</translation>
    </message>
    <message numerus="yes">
        <source>%n unread conversation(s) of yours</source>
        <translation>
            <numerusform>%n ungelesene eigene Konversation</numerusform>
            <numerusform>%n ungelesene eigene Konversationen</numerusform>
        </translation>
    </message>
    <message>
        <source>No unread conversation of yours</source>
        <translation>Keine ungelesene eigene Konversation</translation>
    </message>
    <message>
        <source>The reply window closes in %1, and the customer waits for an answer.</source>
        <translation>Das Antwortfenster schließt in %1, und der Kunde wartet auf Antwort.</translation>
    </message>
    <message>
        <source>A held reply can be sent</source>
        <translation>Eine zurückgehaltene Antwort kann gesendet werden</translation>
    </message>
    <message>
        <source>The customer has answered. Your reply can be sent now.</source>
        <translation>Der Kunde hat geantwortet. Ihre Antwort kann jetzt gesendet werden.</translation>
    </message>
    <message numerus="yes">
        <source>%n held reply(s) can be sent</source>
        <translation>
            <numerusform>%n zurückgehaltene Antwort kann gesendet werden</numerusform>
            <numerusform>%n zurückgehaltene Antworten können gesendet werden</numerusform>
        </translation>
    </message>
    <message>
        <source>You were mentioned</source>
        <translation>Sie wurden erwähnt</translation>
    </message>
    <message>
        <source>A colleague wants you to look at this conversation.</source>
        <translation>Jemand aus Ihrem Team bittet Sie, sich diese Konversation anzusehen.</translation>
    </message>
    <message numerus="yes">
        <source>You were mentioned in %n conversation(s)</source>
        <translation>
            <numerusform>Sie wurden in %n Konversation erwähnt</numerusform>
            <numerusform>Sie wurden in %n Konversationen erwähnt</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>OpeningCsv</name>
    <message>
        <source>Row</source>
        <translation>Zeile</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Grund</translation>
    </message>
    <message>
        <source>As it stood</source>
        <translation>Wie es dastand</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>Telefon</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>E-Mail</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Stand</translation>
    </message>
    <message>
        <source>Conversation</source>
        <translation>Konversation</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>Nachricht</translation>
    </message>
</context>
<context>
    <name>OpeningWords</name>
    <message>
        <source>There is no phone number.</source>
        <translation>Es gibt keine Telefonnummer.</translation>
    </message>
    <message>
        <source>This is not a phone number.</source>
        <translation>Das ist keine Telefonnummer.</translation>
    </message>
    <message>
        <source>The number has no country code, and no country is chosen.</source>
        <translation>Die Nummer hat keine Ländervorwahl, und es ist kein Land gewählt.</translation>
    </message>
    <message>
        <source>No country has this country code.</source>
        <translation>Kein Land hat diese Ländervorwahl.</translation>
    </message>
    <message>
        <source>The number is too short.</source>
        <translation>Die Nummer ist zu kurz.</translation>
    </message>
    <message>
        <source>The number is too long.</source>
        <translation>Die Nummer ist zu lang.</translation>
    </message>
    <message>
        <source>No number of its country looks like this.</source>
        <translation>In ihrem Land sieht keine Nummer so aus.</translation>
    </message>
    <message>
        <source>The number has an extension: a messenger has none.</source>
        <translation>Die Nummer hat eine Durchwahl: Messenger kennen keine.</translation>
    </message>
    <message>
        <source>There is no name.</source>
        <translation>Es gibt keinen Namen.</translation>
    </message>
    <message>
        <source>The e-mail address is not complete.</source>
        <translation>Die E-Mail-Adresse ist unvollständig.</translation>
    </message>
    <message>
        <source>There is neither a name nor a number.</source>
        <translation>Es gibt weder Namen noch Nummer.</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>a name, then a phone number</comment>
        <translation>%1, %2</translation>
    </message>
    <message numerus="yes">
        <source>%Ln recipients</source>
        <translation>
            <numerusform>%Ln Empfänger</numerusform>
            <numerusform>%Ln Empfänger</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln came more than once and count as one.</source>
        <translation>
            <numerusform>%Ln kam doppelt vor und zählt einmal.</numerusform>
            <numerusform>%Ln kamen mehrfach vor und zählen einmal.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln rows are kept out</source>
        <translation>
            <numerusform>%Ln Zeile bleibt außen vor</numerusform>
            <numerusform>%Ln Zeilen bleiben außen vor</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln of them were written to in the last 24 hours.</source>
        <translation>
            <numerusform>%Ln von ihnen wurde in den letzten 24 Stunden schon angeschrieben.</numerusform>
            <numerusform>%Ln von ihnen wurden in den letzten 24 Stunden schon angeschrieben.</numerusform>
        </translation>
    </message>
    <message>
        <source>This file cannot be read.</source>
        <translation>Diese Datei ist nicht lesbar.</translation>
    </message>
    <message>
        <source>This file is larger than %1. Split it.</source>
        <translation>Diese Datei ist größer als %1. Teilen Sie sie auf.</translation>
    </message>
    <message>
        <source>This file is empty.</source>
        <translation>Diese Datei ist leer.</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>a country, and its calling code</comment>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>Marketing</source>
        <translation>Werbung</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>Service</translation>
    </message>
    <message>
        <source>Sign-in</source>
        <translation>Anmeldung</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>Bild</translation>
    </message>
    <message>
        <source>Video</source>
        <translation>Video</translation>
    </message>
    <message>
        <source>Document</source>
        <translation>Dokument</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Ort</translation>
    </message>
    <message>
        <source>%1 (an https address)</source>
        <comment>a picture, a video</comment>
        <translation>%1 (eine https-Adresse)</translation>
    </message>
    <message>
        <source>Heading: %1</source>
        <translation>Überschrift: %1</translation>
    </message>
    <message>
        <source>Button: %1</source>
        <translation>Knopf: %1</translation>
    </message>
    <message>
        <source>Text: %1</source>
        <translation>Text: %1</translation>
    </message>
    <message>
        <source>No account can begin conversations.</source>
        <translation>Kein Konto kann Konversationen beginnen.</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>Wird gelesen&#xa0;…</translation>
    </message>
    <message>
        <source>The templates could not be read.</source>
        <translation>Die Vorlagen konnten nicht gelesen werden.</translation>
    </message>
    <message>
        <source>The numbers could not be read.</source>
        <translation>Die Nummern konnten nicht gelesen werden.</translation>
    </message>
    <message>
        <source>Choose a template.</source>
        <translation>Wählen Sie eine Vorlage.</translation>
    </message>
    <message>
        <source>The messenger does not let this template be sent: %1.</source>
        <translation>Der Messenger lässt diese Vorlage nicht senden: %1.</translation>
    </message>
    <message>
        <source>Choose what to write from.</source>
        <translation>Wählen Sie, von wo geschrieben wird.</translation>
    </message>
    <message>
        <source>Still needed: %1.</source>
        <translation>Noch nötig: %1.</translation>
    </message>
    <message>
        <source>Add a recipient.</source>
        <translation>Geben Sie einen Empfänger an.</translation>
    </message>
    <message>
        <source>Without a value: %1.</source>
        <translation>Ohne Wert: %1.</translation>
    </message>
    <message>
        <source>This has to be an address that begins with https://: %1.</source>
        <translation>Hier gehört eine Adresse hin, die mit https:// beginnt: %1.</translation>
    </message>
    <message>
        <source>about %1 €</source>
        <translation>etwa %1 €</translation>
    </message>
    <message>
        <source>about %1 € (%2 € each)</source>
        <translation>etwa %1 € (je %2 €)</translation>
    </message>
    <message numerus="yes">
        <source>Send %Ln messages</source>
        <translation>
            <numerusform>%Ln Nachricht senden</numerusform>
            <numerusform>%Ln Nachrichten senden</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Open %Ln conversations</source>
        <translation>
            <numerusform>%Ln Konversation anlegen</numerusform>
            <numerusform>%Ln Konversationen anlegen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Send %Ln messages now?</source>
        <translation>
            <numerusform>Jetzt %Ln Nachricht senden?</numerusform>
            <numerusform>Jetzt %Ln Nachrichten senden?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Open %Ln conversations now?</source>
        <translation>
            <numerusform>Jetzt %Ln Konversation anlegen?</numerusform>
            <numerusform>Jetzt %Ln Konversationen anlegen?</numerusform>
        </translation>
    </message>
    <message>
        <source>This account&apos;s token ended %1. Enter a new one in the settings.</source>
        <translation>Das Token dieses Kontos ist %1 abgelaufen. Geben Sie in den Einstellungen ein neues ein.</translation>
    </message>
    <message>
        <source>This account&apos;s token ends %1.</source>
        <translation>Das Token dieses Kontos läuft %1 ab.</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>Wartet</translation>
    </message>
    <message>
        <source>Is being sent</source>
        <translation>Wird gesendet</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>Gesendet</translation>
    </message>
    <message>
        <source>Not known whether it was sent</source>
        <translation>Nicht bekannt, ob es gesendet wurde</translation>
    </message>
    <message>
        <source>Not sent</source>
        <translation>Nicht gesendet</translation>
    </message>
    <message>
        <source>Left out</source>
        <translation>Ausgelassen</translation>
    </message>
    <message>
        <source>Unknown</source>
        <comment>whether messages were sent</comment>
        <translation>Unbekannt</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>what became of a message, and why</comment>
        <translation>%1: %2</translation>
    </message>
    <message numerus="yes">
        <source>%Ln sent</source>
        <translation>
            <numerusform>%Ln gesendet</numerusform>
            <numerusform>%Ln gesendet</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln unknown</source>
        <translation>
            <numerusform>%Ln unbekannt</numerusform>
            <numerusform>%Ln unbekannt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln not sent</source>
        <translation>
            <numerusform>%Ln nicht gesendet</numerusform>
            <numerusform>%Ln nicht gesendet</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln waiting</source>
        <translation>
            <numerusform>%Ln wartet</numerusform>
            <numerusform>%Ln warten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln left out</source>
        <translation>
            <numerusform>%Ln ausgelassen</numerusform>
            <numerusform>%Ln ausgelassen</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>what state it is in, and the numbers</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>Läuft</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>two sentences, one after the other</comment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>Angehalten</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>Abgebrochen</translation>
    </message>
    <message>
        <source>Done, you decide about the unknown</source>
        <translation>Fertig, über die unbekannten entscheiden Sie</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Fertig</translation>
    </message>
    <message>
        <source>The conversations with contacts are made in “%1”, which is not the environment of your customers. They may be missing in the list.</source>
        <translation>Die Konversationen mit Kontakten werden in „%1“ angelegt; das ist nicht die Umgebung Ihrer Kunden. In der Liste können sie fehlen.</translation>
    </message>
    <message>
        <source>not known: neither the API nor its documentation says it</source>
        <translation>nicht bekannt: Weder die API noch ihre Dokumentation nennt ihn</translation>
    </message>
    <message>
        <source>the customer has answered</source>
        <translation>Der Kunde hat geantwortet</translation>
    </message>
    <message>
        <source>The server&apos;s answer does not say what became of the messages.</source>
        <translation>Die Antwort des Servers sagt nicht, was aus den Nachrichten wurde.</translation>
    </message>
    <message>
        <source>A quotation mark is never closed: all that follows is in this row.</source>
        <translation>Ein Anführungszeichen wird nie geschlossen: Alles, was folgt, steht in dieser Zeile.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln of them wrote to you in the last 24 hours: they can be answered in their conversation, without a template.</source>
        <translation>
            <numerusform>%Ln davon hat Ihnen in den letzten 24 Stunden geschrieben und kann in der eigenen Konversation ohne Vorlage eine Antwort bekommen.</numerusform>
            <numerusform>%Ln davon haben Ihnen in den letzten 24 Stunden geschrieben und können in ihrer Konversation ohne Vorlage eine Antwort bekommen.</numerusform>
        </translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>Ja</translation>
    </message>
    <message>
        <source>This does not fit: %1.</source>
        <translation>Das passt nicht: %1.</translation>
    </message>
    <message>
        <source>The server asks for a pause: it goes on at %1.</source>
        <translation>Der Server bittet um eine Pause: Um %1 geht es weiter.</translation>
    </message>
    <message>
        <source>The address of the file does not begin with https://.</source>
        <translation>Die Adresse der Datei beginnt nicht mit https://.</translation>
    </message>
    <message>
        <source>Latitude or longitude is not a number of degrees such as 52.5163.</source>
        <translation>Breite oder Länge ist keine Gradzahl wie 52,5163.</translation>
    </message>
    <message>
        <source>Place: latitude</source>
        <translation>Ort: Breitengrad</translation>
    </message>
    <message>
        <source>Place: longitude</source>
        <translation>Ort: Längengrad</translation>
    </message>
    <message>
        <source>Place: name</source>
        <translation>Ort: Name</translation>
    </message>
    <message>
        <source>Place: address</source>
        <translation>Ort: Adresse</translation>
    </message>
    <message>
        <source>Button: the code to copy</source>
        <translation>Schaltfläche: der Code zum Kopieren</translation>
    </message>
    <message>
        <source>This has to be a number of degrees such as 52.5163: %1.</source>
        <translation>Das muss eine Gradzahl wie 52,5163 sein: %1.</translation>
    </message>
    <message>
        <source>This template has a part that cannot be filled in here: %1.</source>
        <translation>Diese Vorlage hat einen Teil, der sich hier nicht ausfüllen lässt: %1.</translation>
    </message>
</context>
<context>
    <name>RecordWords</name>
    <message>
        <source>Reply</source>
        <translation>Antwort</translation>
    </message>
    <message>
        <source>A failed message, sent again</source>
        <translation>Fehlgeschlagene Nachricht, noch einmal gesendet</translation>
    </message>
    <message>
        <source>Restart of the conversation</source>
        <translation>Neustart der Konversation</translation>
    </message>
    <message>
        <source>Status: %1</source>
        <translation>Status: %1</translation>
    </message>
    <message>
        <source>Assigned to: %1</source>
        <translation>Zugewiesen an: %1</translation>
    </message>
    <message>
        <source>Marked as read</source>
        <translation>Als gelesen markiert</translation>
    </message>
    <message>
        <source>Reaction taken back</source>
        <translation>Reaktion zurückgenommen</translation>
    </message>
    <message>
        <source>Reaction</source>
        <translation>Reaktion</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Notiz</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>two sentences, one after the other</comment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>Is being sent</source>
        <translation>Wird gesendet</translation>
    </message>
    <message>
        <source>Waits for the connection.</source>
        <translation>Wartet auf die Verbindung.</translation>
    </message>
    <message>
        <source>The answer was lost. Checking whether it was sent…</source>
        <translation>Die Antwort ging verloren. Es wird geprüft, ob es gesendet wurde&#xa0;…</translation>
    </message>
    <message>
        <source>Not known whether the template was sent. You decide.</source>
        <translation>Nicht bekannt, ob die Vorlage gesendet wurde. Sie entscheiden.</translation>
    </message>
    <message>
        <source>Not known whether it was sent. You decide.</source>
        <translation>Nicht bekannt, ob es gesendet wurde. Sie entscheiden.</translation>
    </message>
    <message>
        <source>Not sent.</source>
        <translation>Nicht gesendet.</translation>
    </message>
    <message numerus="yes">
        <source>Outbox: %Ln waiting</source>
        <translation>
            <numerusform>Postausgang: %Ln wartet</numerusform>
            <numerusform>Postausgang: %Ln warten</numerusform>
        </translation>
    </message>
    <message>
        <source>Held since %1. It can be sent now.</source>
        <translation>Zurückgehalten seit %1. Kann jetzt gesendet werden.</translation>
    </message>
    <message>
        <source>Held since %1, until the customer answers.</source>
        <translation>Zurückgehalten seit %1, bis der Kunde antwortet.</translation>
    </message>
    <message>
        <source>Not sent yet</source>
        <translation>Noch nicht gesendet</translation>
    </message>
    <message>
        <source>Discarded %1. Kept until %2.</source>
        <comment>when, and a date</comment>
        <translation>Verworfen %1. Aufgehoben bis %2.</translation>
    </message>
    <message>
        <source>Can be sent now: %1</source>
        <translation>Jetzt sendbar: %1</translation>
    </message>
    <message>
        <source>The customer has answered. Your reply, held since %1, can be sent now.</source>
        <translation>Der Kunde hat geantwortet. Ihre Antwort, zurückgehalten seit %1, kann jetzt gesendet werden.</translation>
    </message>
    <message>
        <source>Your reply, held since %1, can be sent now.</source>
        <translation>Ihre Antwort, zurückgehalten seit %1, kann jetzt gesendet werden.</translation>
    </message>
    <message>
        <source>about %1 €</source>
        <translation>etwa %1 €</translation>
    </message>
    <message>
        <source>Sent</source>
        <comment>the paid template</comment>
        <translation>Gesendet</translation>
    </message>
    <message>
        <source>Not known whether it was sent</source>
        <translation>Nicht bekannt, ob gesendet</translation>
    </message>
    <message>
        <source>Not sent, nothing was paid</source>
        <translation>Nicht gesendet, nichts bezahlt</translation>
    </message>
    <message>
        <source>The customer has answered</source>
        <translation>Der Kunde hat geantwortet</translation>
    </message>
    <message>
        <source>No answer yet</source>
        <translation>Noch keine Antwort</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>a month, and what it cost</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Note deleted</source>
        <translation>Notiz gelöscht</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>Tags</translation>
    </message>
    <message>
        <source>Snoozed</source>
        <translation>Zurückgestellt</translation>
    </message>
    <message>
        <source>No longer snoozed</source>
        <translation>Nicht mehr zurückgestellt</translation>
    </message>
    <message>
        <source>Assigned to a team</source>
        <translation>Einem Team zugewiesen</translation>
    </message>
    <message>
        <source>Taken over from the bot</source>
        <translation>Vom Bot übernommen</translation>
    </message>
    <message>
        <source>Marked as unread</source>
        <translation>Als ungelesen markiert</translation>
    </message>
    <message>
        <source>Put into the archive</source>
        <translation>Ins Archiv gelegt</translation>
    </message>
    <message>
        <source>Taken out of the archive</source>
        <translation>Aus dem Archiv geholt</translation>
    </message>
    <message>
        <source>Renamed</source>
        <translation>Umbenannt</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Sprache</translation>
    </message>
    <message>
        <source>Metadata</source>
        <translation>Metadaten</translation>
    </message>
    <message>
        <source>Colleagues mentioned</source>
        <translation>Team erwähnt</translation>
    </message>
    <message>
        <source>Event triggered</source>
        <translation>Ereignis ausgelöst</translation>
    </message>
    <message>
        <source>Flow step run</source>
        <translation>Ablaufschritt ausgeführt</translation>
    </message>
    <message>
        <source>Message in the customer&apos;s name</source>
        <translation>Nachricht im Namen der Kundschaft</translation>
    </message>
    <message>
        <source>Event in the channel&apos;s name</source>
        <translation>Ereignis im Namen des Kanals</translation>
    </message>
    <message>
        <source>May have gone out. Look at the thread: you decide.</source>
        <translation>Ist vielleicht hinausgegangen. Sehen Sie in den Verlauf: Sie entscheiden.</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>a file and the words under it</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>price not known</source>
        <translation>Preis nicht bekannt</translation>
    </message>
    <message numerus="yes">
        <source>%1 without %Ln whose price is not known</source>
        <comment>about 0.33 €; messages</comment>
        <translation>
            <numerusform>%1 ohne %Ln, deren Preis nicht bekannt ist</numerusform>
            <numerusform>%1 ohne %Ln, deren Preis nicht bekannt ist</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln messages, %1</source>
        <translation>
            <numerusform>%Ln Nachricht, %1</numerusform>
            <numerusform>%Ln Nachrichten, %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln perhaps sent, %1</source>
        <translation>
            <numerusform>%Ln vielleicht gesendet, %1</numerusform>
            <numerusform>%Ln vielleicht gesendet, %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RestartNotice</name>
    <message>
        <source>The customer has written meanwhile, so the window is open. Nothing was sent and nothing is paid.</source>
        <translation>Der Kunde hat inzwischen geschrieben, das Antwortfenster ist also offen. Es wurde nichts gesendet und es kostet nichts.</translation>
    </message>
    <message>
        <source>Somebody else has already restarted this conversation. Nothing was sent a second time and nothing more is paid.</source>
        <translation>Jemand anderes hat diese Konversation schon neu gestartet. Es wurde nichts ein zweites Mal gesendet und es kostet nichts zusätzlich.</translation>
    </message>
    <message>
        <source>The reply window has not run out, so there is nothing to restart. Nothing was sent and nothing is paid.</source>
        <translation>Das Antwortfenster ist noch nicht abgelaufen, es gibt also nichts neu zu starten. Es wurde nichts gesendet und es kostet nichts.</translation>
    </message>
    <message>
        <source>Something new has arrived in this conversation. Have a look first. Nothing was sent and nothing is paid.</source>
        <translation>In dieser Konversation ist etwas Neues angekommen. Sehen Sie es sich zuerst an. Es wurde nichts gesendet und es kostet nichts.</translation>
    </message>
    <message>
        <source>%1 Nothing is paid.</source>
        <comment>a sentence, then the fact that nothing is paid</comment>
        <translation>%1 Es kostet nichts.</translation>
    </message>
    <message>
        <source>The template was not sent and nothing is paid. Your text is kept.</source>
        <translation>Die Vorlage wurde nicht gesendet und es kostet nichts. Ihr Text bleibt erhalten.</translation>
    </message>
    <message>
        <source>The server refused to restart the conversation. Your text is kept.</source>
        <translation>Der Server hat den Neustart der Konversation abgelehnt. Ihr Text bleibt erhalten.</translation>
    </message>
    <message>
        <source>A restart of this conversation is already under way.</source>
        <translation>Diese Konversation wird bereits neu gestartet.</translation>
    </message>
</context>
<context>
    <name>ShortcutsFile</name>
    <message>
        <source>Line %1: %2</source>
        <comment>of a file; what is wrong with it</comment>
        <translation>Zeile %1: %2</translation>
    </message>
    <message>
        <source>“%1” is no command with its keys.</source>
        <translation>„%1“ ist kein Befehl mit seinen Tasten.</translation>
    </message>
    <message>
        <source>There is no command “%1”.</source>
        <translation>Einen Befehl „%1“ gibt es nicht.</translation>
    </message>
    <message>
        <source>“%1” are no keys.</source>
        <translation>„%1“ sind keine Tasten.</translation>
    </message>
    <message>
        <source>“%1” has its keys already.</source>
        <translation>„%1“ hat seine Tasten schon.</translation>
    </message>
    <message>
        <source>It belongs to “%1”.</source>
        <translation>Sie gehört zu „%1“.</translation>
    </message>
    <message>
        <source>Line %1: “%2” is left out. %3</source>
        <comment>of a file; keys; the reason</comment>
        <translation>Zeile %1: „%2“ bleibt weg. %3</translation>
    </message>
</context>
<context>
    <name>TypedTime</name>
    <message>
        <source>min|minute|minutes</source>
        <comment>units that may be typed</comment>
        <translation>min|minute|minuten</translation>
    </message>
    <message>
        <source>h|hour|hours</source>
        <comment>units that may be typed</comment>
        <translation>h|std|stunde|stunden</translation>
    </message>
    <message>
        <source>d|day|days</source>
        <comment>units that may be typed</comment>
        <translation>t|tag|tage|tagen</translation>
    </message>
    <message>
        <source>w|week|weeks</source>
        <comment>units that may be typed</comment>
        <translation>w|woche|wochen</translation>
    </message>
    <message>
        <source>at|on|next</source>
        <comment>words that may be typed and say nothing</comment>
        <translation>um|am|uhr|nächsten|nächste|kommenden</translation>
    </message>
    <message>
        <source>today</source>
        <comment>may be typed</comment>
        <translation>heute</translation>
    </message>
    <message>
        <source>tomorrow</source>
        <comment>may be typed</comment>
        <translation>morgen</translation>
    </message>
</context>
<context>
    <name>Words</name>
    <message>
        <source>The server&apos;s name was not found.</source>
        <translation>Der Name des Servers wurde nicht gefunden.</translation>
    </message>
    <message>
        <source>The server does not accept connections at the moment.</source>
        <translation>Der Server nimmt im Moment keine Verbindungen an.</translation>
    </message>
    <message>
        <source>This computer is offline.</source>
        <translation>Dieser Rechner ist offline.</translation>
    </message>
    <message>
        <source>The server&apos;s certificate is not trusted, so nothing was sent to it.</source>
        <translation>Dem Zertifikat des Servers wird nicht vertraut, deshalb wurde nichts an ihn gesendet.</translation>
    </message>
    <message>
        <source>The server did not answer in time.</source>
        <translation>Der Server hat nicht rechtzeitig geantwortet.</translation>
    </message>
    <message>
        <source>The connection broke before the answer was complete.</source>
        <translation>Die Verbindung brach ab, bevor die Antwort vollständig war.</translation>
    </message>
    <message>
        <source>This was stopped before it was complete.</source>
        <translation>Der Vorgang wurde vorzeitig abgebrochen.</translation>
    </message>
    <message>
        <source>The server did not accept this account&apos;s token.</source>
        <translation>Der Server hat das Token dieses Kontos nicht akzeptiert.</translation>
    </message>
    <message>
        <source>This account is not allowed to do that: the permission “%1” is missing.</source>
        <translation>Dieses Konto darf das nicht: Die Berechtigung „%1“ fehlt.</translation>
    </message>
    <message>
        <source>This account is not allowed to do that.</source>
        <translation>Dieses Konto darf das nicht.</translation>
    </message>
    <message>
        <source>The server no longer knows this entry.</source>
        <translation>Der Server kennt diesen Eintrag nicht mehr.</translation>
    </message>
    <message>
        <source>The server refused: “%1”.</source>
        <translation>Der Server hat abgelehnt: „%1“.</translation>
    </message>
    <message>
        <source>The server refused without giving a reason.</source>
        <translation>Der Server hat ohne Begründung abgelehnt.</translation>
    </message>
    <message>
        <source>The server asks for a pause until %1.</source>
        <translation>Der Server bittet um eine Pause bis %1.</translation>
    </message>
    <message>
        <source>The server asks for a short pause.</source>
        <translation>Der Server bittet um eine kurze Pause.</translation>
    </message>
    <message>
        <source>The server has a problem of its own (%1).</source>
        <translation>Der Server hat selbst ein Problem (%1).</translation>
    </message>
    <message>
        <source>The server has a problem of its own.</source>
        <translation>Der Server hat selbst ein Problem.</translation>
    </message>
    <message>
        <source>The server points to another address. For safety it is not followed.</source>
        <translation>Der Server verweist auf eine andere Adresse. Sicherheitshalber wird ihr nicht gefolgt.</translation>
    </message>
    <message>
        <source>Something other than this API answered, for example a web page.</source>
        <translation>Geantwortet hat nicht diese API, sondern zum Beispiel eine Webseite.</translation>
    </message>
    <message>
        <source>The answer was too large to be read safely.</source>
        <translation>Die Antwort war zu groß, um sie sicher zu lesen.</translation>
    </message>
    <message>
        <source>This account cannot do that.</source>
        <translation>Dieses Konto kann das nicht.</translation>
    </message>
    <message>
        <source>Something went wrong on this computer.</source>
        <translation>Auf diesem Rechner ist etwas schiefgegangen.</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>two sentences, one after the other</comment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>No server was found under this address. Check its spelling and your connection.</source>
        <translation>Unter dieser Adresse wurde kein Server gefunden. Prüfen Sie die Schreibweise und Ihre Verbindung.</translation>
    </message>
    <message>
        <source>Nothing answers at this address. Check the address and the port.</source>
        <translation>Unter dieser Adresse antwortet nichts. Prüfen Sie Adresse und Port.</translation>
    </message>
    <message>
        <source>This computer is offline. Connect it to the network and test again.</source>
        <translation>Dieser Rechner ist offline. Verbinden Sie ihn mit dem Netz und testen Sie erneut.</translation>
    </message>
    <message>
        <source>The server&apos;s certificate is not trusted, so the token was not sent. Check the address, or ask whoever runs the server.</source>
        <translation>Dem Zertifikat des Servers wird nicht vertraut, deshalb wurde das Token nicht gesendet. Prüfen Sie die Adresse oder fragen Sie den Betreiber des Servers.</translation>
    </message>
    <message>
        <source>The server answers, but it does not accept this token. Check that it is complete.</source>
        <translation>Der Server antwortet, akzeptiert dieses Token aber nicht. Prüfen Sie, ob es vollständig ist.</translation>
    </message>
    <message>
        <source>A server answers, but not with this API. Check the whole address, its path included.</source>
        <translation>Ein Server antwortet, aber nicht mit dieser API. Prüfen Sie die ganze Adresse samt Pfad.</translation>
    </message>
    <message>
        <source>The server points to another address. Enter the final address itself.</source>
        <translation>Der Server verweist auf eine andere Adresse. Geben Sie gleich die endgültige Adresse ein.</translation>
    </message>
    <message>
        <source>The server did not answer in time. Check the address, or test again in a moment.</source>
        <translation>Der Server hat nicht rechtzeitig geantwortet. Prüfen Sie die Adresse oder testen Sie gleich noch einmal.</translation>
    </message>
    <message>
        <source>Test again in a moment.</source>
        <translation>Testen Sie gleich noch einmal.</translation>
    </message>
    <message>
        <source>What you see may be out of date.</source>
        <translation>Die Anzeige ist möglicherweise nicht aktuell.</translation>
    </message>
    <message>
        <source>We do not know yet whether your message went out; the conversation is being read to find out. Your text is kept.</source>
        <translation>Wir wissen noch nicht, ob Ihre Nachricht gesendet wurde; die Konversation wird gelesen, um das zu klären. Ihr Text bleibt erhalten.</translation>
    </message>
    <message>
        <source>Your message was not sent. Your text is kept.</source>
        <translation>Ihre Nachricht wurde nicht gesendet. Ihr Text bleibt erhalten.</translation>
    </message>
    <message>
        <source>We do not know yet whether the message went out; the conversation is being read to find out.</source>
        <translation>Wir wissen noch nicht, ob die Nachricht gesendet wurde; die Konversation wird gelesen, um das zu klären.</translation>
    </message>
    <message>
        <source>The message was not sent again.</source>
        <translation>Die Nachricht wurde nicht erneut gesendet.</translation>
    </message>
    <message>
        <source>We do not know yet whether the template went out; the conversation is being checked. Your text is kept.</source>
        <translation>Wir wissen noch nicht, ob die Vorlage gesendet wurde; die Konversation wird geprüft. Ihr Text bleibt erhalten.</translation>
    </message>
    <message>
        <source>The template was not sent. Your text is kept.</source>
        <translation>Die Vorlage wurde nicht gesendet. Ihr Text bleibt erhalten.</translation>
    </message>
    <message>
        <source>We do not know yet whether the status changed; it is being read again.</source>
        <translation>Wir wissen noch nicht, ob der Status geändert wurde; er wird neu gelesen.</translation>
    </message>
    <message>
        <source>The status is as it was.</source>
        <translation>Der Status ist unverändert.</translation>
    </message>
    <message>
        <source>We do not know yet whether the assignment changed; it is being read again.</source>
        <translation>Wir wissen noch nicht, ob die Zuweisung geändert wurde; sie wird neu gelesen.</translation>
    </message>
    <message>
        <source>The conversation is assigned as it was.</source>
        <translation>Die Zuweisung ist unverändert.</translation>
    </message>
    <message>
        <source>We do not know yet whether the conversation was marked as read; it is being read again.</source>
        <translation>Wir wissen noch nicht, ob die Konversation als gelesen markiert wurde; sie wird neu gelesen.</translation>
    </message>
    <message>
        <source>The conversation is still unread.</source>
        <translation>Die Konversation ist weiterhin ungelesen.</translation>
    </message>
    <message>
        <source>We do not know yet whether the reaction was set; the message is being read again.</source>
        <translation>Wir wissen noch nicht, ob die Reaktion gesetzt wurde; die Nachricht wird neu gelesen.</translation>
    </message>
    <message>
        <source>The reaction is as it was.</source>
        <translation>Die Reaktion ist unverändert.</translation>
    </message>
    <message>
        <source>We do not know yet whether the note was saved. Your text is kept.</source>
        <translation>Wir wissen noch nicht, ob die Notiz gespeichert wurde. Ihr Text bleibt erhalten.</translation>
    </message>
    <message>
        <source>The note was not saved. Your text is kept.</source>
        <translation>Die Notiz wurde nicht gespeichert. Ihr Text bleibt erhalten.</translation>
    </message>
    <message>
        <source>Enter a new token in the account&apos;s settings.</source>
        <translation>Geben Sie in den Einstellungen des Kontos ein neues Token ein.</translation>
    </message>
    <message>
        <source>Ask whoever runs the server.</source>
        <translation>Fragen Sie den Betreiber des Servers.</translation>
    </message>
    <message>
        <source>An administrator can change that.</source>
        <translation>Das lässt sich in der Administration ändern.</translation>
    </message>
    <message>
        <source>Check the address in the account&apos;s settings.</source>
        <translation>Prüfen Sie die Adresse in den Einstellungen des Kontos.</translation>
    </message>
    <message>
        <source>It is tried again by itself.</source>
        <translation>Es wird automatisch erneut versucht.</translation>
    </message>
    <message>
        <source>Try again in a moment.</source>
        <translation>Versuchen Sie es gleich noch einmal.</translation>
    </message>
    <message>
        <source>Status: %1</source>
        <translation>Status: %1</translation>
    </message>
    <message>
        <source>The server&apos;s words: %1</source>
        <translation>Wortlaut des Servers: %1</translation>
    </message>
    <message>
        <source>Request: %1</source>
        <translation>Anfrage: %1</translation>
    </message>
    <message>
        <source>List conversations</source>
        <translation>Konversationen auflisten</translation>
    </message>
    <message>
        <source>Read messages</source>
        <translation>Nachrichten lesen</translation>
    </message>
    <message>
        <source>Send messages</source>
        <translation>Nachrichten senden</translation>
    </message>
    <message>
        <source>Send files</source>
        <translation>Dateien senden</translation>
    </message>
    <message>
        <source>Quote a message</source>
        <translation>Eine Nachricht zitieren</translation>
    </message>
    <message>
        <source>Restart a conversation</source>
        <translation>Eine Konversation neu starten</translation>
    </message>
    <message>
        <source>Retry a failed message</source>
        <translation>Eine fehlgeschlagene Nachricht erneut senden</translation>
    </message>
    <message>
        <source>Change the status</source>
        <translation>Den Status ändern</translation>
    </message>
    <message>
        <source>Assign to a colleague</source>
        <translation>Einem Teammitglied zuweisen</translation>
    </message>
    <message>
        <source>Assign to nobody</source>
        <translation>Zuweisung aufheben</translation>
    </message>
    <message>
        <source>Mark as read</source>
        <translation>Als gelesen markieren</translation>
    </message>
    <message>
        <source>Mark as unread</source>
        <translation>Als ungelesen markieren</translation>
    </message>
    <message>
        <source>React to a message</source>
        <translation>Auf eine Nachricht reagieren</translation>
    </message>
    <message>
        <source>Edit a note</source>
        <translation>Eine Notiz bearbeiten</translation>
    </message>
    <message>
        <source>Write a note</source>
        <translation>Eine Notiz schreiben</translation>
    </message>
    <message>
        <source>Read earlier notes</source>
        <translation>Frühere Notizen lesen</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>Tags</translation>
    </message>
    <message>
        <source>Snooze</source>
        <translation>Zurückstellen</translation>
    </message>
    <message>
        <source>See who may answer a customer</source>
        <translation>Sehen, wer einem Kunden antworten darf</translation>
    </message>
    <message>
        <source>Read the general settings</source>
        <translation>Allgemeine Einstellungen lesen</translation>
    </message>
    <message>
        <source>Start a conversation</source>
        <translation>Eine Konversation beginnen</translation>
    </message>
    <message>
        <source>This account can read messages but not send them: its API has no way to do it.</source>
        <translation>Dieses Konto kann Nachrichten lesen, aber nicht senden: Seine API bietet dafür keinen Weg.</translation>
    </message>
    <message>
        <source>This account may read messages but not send them.</source>
        <translation>Dieses Konto darf Nachrichten lesen, aber nicht senden.</translation>
    </message>
    <message>
        <source>This account may not send messages: the permission “%1” is missing.</source>
        <translation>Dieses Konto darf keine Nachrichten senden: Die Berechtigung „%1“ fehlt.</translation>
    </message>
    <message>
        <source>This version cannot send messages with this account yet.</source>
        <translation>Diese Version kann mit diesem Konto noch keine Nachrichten senden.</translation>
    </message>
    <message>
        <source>“%1” is not possible: the API&apos;s documentation describes no way to do it.</source>
        <translation>„%1“ ist nicht möglich: Die Dokumentation der API beschreibt dafür keinen Weg.</translation>
    </message>
    <message>
        <source>“%1” is not possible: this account&apos;s API does not offer it.</source>
        <translation>„%1“ ist nicht möglich: Die API dieses Kontos bietet es nicht an.</translation>
    </message>
    <message>
        <source>“%1” is not allowed for this account.</source>
        <translation>„%1“ ist diesem Konto nicht erlaubt.</translation>
    </message>
    <message>
        <source>“%1” is not allowed: the permission “%2” is missing.</source>
        <translation>„%1“ ist nicht erlaubt: Die Berechtigung „%2“ fehlt.</translation>
    </message>
    <message>
        <source>“%1” is not part of this version.</source>
        <translation>„%1“ gehört nicht zu dieser Version.</translation>
    </message>
    <message>
        <source>%1 d</source>
        <comment>days left, very short</comment>
        <translation>%1&#xa0;Tage</translation>
    </message>
    <message>
        <source>%1 h %2</source>
        <comment>hours and minutes left, very short: 3 h 12</comment>
        <translation>%1&#xa0;h&#xa0;%2</translation>
    </message>
    <message>
        <source>%1 min</source>
        <comment>minutes left, very short</comment>
        <translation>%1&#xa0;min</translation>
    </message>
    <message>
        <source>&lt; 1 min</source>
        <comment>less than a minute left, very short</comment>
        <translation>&lt;&#xa0;1&#xa0;min</translation>
    </message>
    <message>
        <source>Estimated from the customer&apos;s last message: %1</source>
        <translation>Geschätzt anhand der letzten Nachricht des Kunden: %1</translation>
    </message>
    <message>
        <source>A reply is possible until %1</source>
        <translation>Eine Antwort ist möglich bis %1</translation>
    </message>
    <message>
        <source>The window closed on %1</source>
        <translation>Das Antwortfenster ist geschlossen seit %1</translation>
    </message>
    <message>
        <source>This number is no longer connected.</source>
        <translation>Diese Nummer ist nicht mehr verbunden.</translation>
    </message>
    <message>
        <source>Nothing can be sent until it is connected again.</source>
        <translation>Solange sie nicht wieder verbunden ist, kann nichts gesendet werden.</translation>
    </message>
    <message>
        <source>Not connected</source>
        <translation>Nicht verbunden</translation>
    </message>
    <message>
        <source>number not connected</source>
        <translation>Nummer nicht verbunden</translation>
    </message>
    <message>
        <source>Restarting…</source>
        <translation>Wird neu gestartet&#xa0;…</translation>
    </message>
    <message>
        <source>The template is on its way.</source>
        <translation>Die Vorlage ist unterwegs.</translation>
    </message>
    <message>
        <source>restarting</source>
        <translation>wird neu gestartet</translation>
    </message>
    <message>
        <source>We do not know yet whether the template went out. Checking…</source>
        <translation>Wir wissen noch nicht, ob die Vorlage gesendet wurde. Wird geprüft&#xa0;…</translation>
    </message>
    <message>
        <source>Nothing is sent a second time.</source>
        <translation>Es wird nichts ein zweites Mal gesendet.</translation>
    </message>
    <message>
        <source>Checking…</source>
        <translation>Wird geprüft&#xa0;…</translation>
    </message>
    <message>
        <source>Check again</source>
        <translation>Erneut prüfen</translation>
    </message>
    <message>
        <source>restart being checked</source>
        <translation>Neustart wird geprüft</translation>
    </message>
    <message>
        <source>The window should have closed at %1. Checking…</source>
        <translation>Das Antwortfenster hätte um %1 schließen sollen. Wird geprüft&#xa0;…</translation>
    </message>
    <message>
        <source>The window should have closed. Checking…</source>
        <translation>Das Antwortfenster hätte schließen sollen. Wird geprüft&#xa0;…</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>Senden</translation>
    </message>
    <message>
        <source>window being checked</source>
        <translation>Antwortfenster wird geprüft</translation>
    </message>
    <message>
        <source>Window closes in %1</source>
        <translation>Antwortfenster schließt in %1</translation>
    </message>
    <message>
        <source>window closes in %1</source>
        <translation>Antwortfenster schließt in %1</translation>
    </message>
    <message>
        <source>Template sent %1. The customer has to answer first.</source>
        <translation>Vorlage %1 gesendet. Zuerst muss der Kunde antworten.</translation>
    </message>
    <message>
        <source>The customer has to answer first.</source>
        <translation>Zuerst muss der Kunde antworten.</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>Wartet</translation>
    </message>
    <message>
        <source>waiting for the customer&apos;s answer</source>
        <translation>wartet auf Antwort des Kunden</translation>
    </message>
    <message>
        <source>The provider does not allow a reply right now.</source>
        <translation>Der Anbieter lässt im Moment keine Antwort zu.</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>Geschlossen</translation>
    </message>
    <message>
        <source>reply not allowed right now</source>
        <translation>Antwort im Moment nicht zugelassen</translation>
    </message>
    <message>
        <source>The reply window closed %1.</source>
        <translation>Das Antwortfenster ist seit %1 geschlossen.</translation>
    </message>
    <message>
        <source>The reply window has closed.</source>
        <translation>Das Antwortfenster ist geschlossen.</translation>
    </message>
    <message>
        <source>The last template, sent %1, was not answered.</source>
        <translation>Die letzte Vorlage (%1) blieb ohne Antwort.</translation>
    </message>
    <message>
        <source>The last template was not answered.</source>
        <translation>Die letzte Vorlage blieb ohne Antwort.</translation>
    </message>
    <message>
        <source>A paid template asks the customer to write again.</source>
        <translation>Eine kostenpflichtige Vorlage bittet den Kunden, wieder zu schreiben.</translation>
    </message>
    <message>
        <source>Restart conversation · about 11 ct</source>
        <translation>Konversation neu starten · etwa 11&#xa0;ct</translation>
    </message>
    <message>
        <source>window closed</source>
        <translation>Antwortfenster geschlossen</translation>
    </message>
    <message>
        <source>The customer has to write first.</source>
        <translation>Zuerst muss der Kunde schreiben.</translation>
    </message>
    <message>
        <source>That is this channel&apos;s rule.</source>
        <translation>Das ist die Regel dieses Kanals.</translation>
    </message>
    <message>
        <source>Window closes in about %1 (estimate)</source>
        <translation>Antwortfenster schließt in etwa %1 (geschätzt)</translation>
    </message>
    <message>
        <source>about %1</source>
        <comment>estimated time left, very short</comment>
        <translation>ca.&#xa0;%1</translation>
    </message>
    <message>
        <source>window closes in about %1</source>
        <translation>Antwortfenster schließt in etwa %1</translation>
    </message>
    <message>
        <source>The window has probably closed (estimate)</source>
        <translation>Das Antwortfenster ist wahrscheinlich geschlossen (geschätzt)</translation>
    </message>
    <message>
        <source>Closed?</source>
        <translation>Geschlossen?</translation>
    </message>
    <message>
        <source>window probably closed</source>
        <translation>Antwortfenster wahrscheinlich geschlossen</translation>
    </message>
    <message>
        <source>Restart the conversation with %1?</source>
        <translation>Konversation mit %1 neu starten?</translation>
    </message>
    <message>
        <source>Restart the conversation with %1 through %2?</source>
        <translation>Konversation mit %1 über %2 neu starten?</translation>
    </message>
    <message>
        <source>A paid marketing template, a message the messenger has approved, is sent (about 11 cents). You can write again once the customer has answered anything.</source>
        <translation>Es wird eine kostenpflichtige Marketing-Vorlage gesendet, eine vom Messenger freigegebene Nachricht (etwa 11&#xa0;Cent). Sie können wieder schreiben, sobald der Kunde irgendetwas geantwortet hat.</translation>
    </message>
    <message>
        <source>Yesterday</source>
        <translation>Gestern</translation>
    </message>
    <message>
        <source>Tomorrow</source>
        <translation>Morgen</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>a date, then a time of day</comment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>today at %1</source>
        <comment>in the middle of a sentence</comment>
        <translation>heute um %1</translation>
    </message>
    <message>
        <source>yesterday at %1</source>
        <comment>in the middle of a sentence</comment>
        <translation>gestern um %1</translation>
    </message>
    <message>
        <source>tomorrow at %1</source>
        <comment>in the middle of a sentence</comment>
        <translation>morgen um %1</translation>
    </message>
    <message>
        <source>%1 at %2</source>
        <comment>a weekday or date, then a time of day, in the middle of a sentence</comment>
        <translation>%1 um %2</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Heute</translation>
    </message>
    <message>
        <source>%1 d</source>
        <comment>days</comment>
        <translation>%1&#xa0;Tg.</translation>
    </message>
    <message>
        <source>%1 d %2 h</source>
        <comment>days and hours</comment>
        <translation>%1&#xa0;Tg. %2&#xa0;Std.</translation>
    </message>
    <message>
        <source>%1 h</source>
        <comment>hours</comment>
        <translation>%1&#xa0;Std.</translation>
    </message>
    <message>
        <source>%1 h %2 min</source>
        <comment>hours and minutes</comment>
        <translation>%1&#xa0;Std. %2&#xa0;Min.</translation>
    </message>
    <message>
        <source>%1 min</source>
        <comment>minutes</comment>
        <translation>%1&#xa0;Min.</translation>
    </message>
    <message>
        <source>less than 1 min</source>
        <translation>weniger als 1&#xa0;Min.</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>two amounts of time: 3 hours 12 minutes</comment>
        <translation>%1 %2</translation>
    </message>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n&#xa0;Tag</numerusform>
            <numerusform>%n&#xa0;Tagen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hour(s)</source>
        <translation>
            <numerusform>%n&#xa0;Stunde</numerusform>
            <numerusform>%n&#xa0;Stunden</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s)</source>
        <translation>
            <numerusform>%n&#xa0;Minute</numerusform>
            <numerusform>%n&#xa0;Minuten</numerusform>
        </translation>
    </message>
    <message>
        <source>less than a minute</source>
        <translation>weniger als einer Minute</translation>
    </message>
    <message>
        <source>synced just now</source>
        <translation>gerade synchronisiert</translation>
    </message>
    <message>
        <source>synced %1 s ago</source>
        <translation>vor %1&#xa0;Sek. synchronisiert</translation>
    </message>
    <message>
        <source>synced %1 min ago</source>
        <translation>vor %1&#xa0;Min. synchronisiert</translation>
    </message>
    <message>
        <source>synced %1 h ago</source>
        <translation>vor %1&#xa0;Std. synchronisiert</translation>
    </message>
    <message>
        <source>offline since %1</source>
        <translation>offline seit %1</translation>
    </message>
    <message>
        <source>To do</source>
        <translation>Zu erledigen</translation>
    </message>
    <message>
        <source>In progress</source>
        <translation>In Arbeit</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Erledigt</translation>
    </message>
    <message>
        <source>Unknown status</source>
        <translation>Unbekannter Status</translation>
    </message>
    <message>
        <source>Unknown (%1)</source>
        <translation>Unbekannt (%1)</translation>
    </message>
    <message>
        <source>WhatsApp</source>
        <translation>WhatsApp</translation>
    </message>
    <message>
        <source>Website chat</source>
        <translation>Website-Chat</translation>
    </message>
    <message>
        <source>Bridge</source>
        <translation>Bridge</translation>
    </message>
    <message>
        <source>Unknown channel</source>
        <translation>Unbekannter Kanal</translation>
    </message>
    <message>
        <source>Handed over</source>
        <translation>Übergeben</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>Gesendet</translation>
    </message>
    <message>
        <source>Delivered</source>
        <translation>Zugestellt</translation>
    </message>
    <message>
        <source>Read</source>
        <translation>Gelesen</translation>
    </message>
    <message>
        <source>Not delivered</source>
        <translation>Nicht zugestellt</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>Location</source>
        <translation>Standort</translation>
    </message>
    <message>
        <source>Contact</source>
        <translation>Kontakt</translation>
    </message>
    <message>
        <source>Photo</source>
        <translation>Foto</translation>
    </message>
    <message>
        <source>Video</source>
        <translation>Video</translation>
    </message>
    <message>
        <source>Voice message</source>
        <translation>Sprachnachricht</translation>
    </message>
    <message>
        <source>Audio</source>
        <translation>Audio</translation>
    </message>
    <message>
        <source>Document</source>
        <translation>Dokument</translation>
    </message>
    <message>
        <source>Message of an unknown kind</source>
        <translation>Nachricht unbekannter Art</translation>
    </message>
    <message>
        <source>Message of the kind “%1”</source>
        <translation>Nachricht der Art „%1“</translation>
    </message>
    <message>
        <source>Empty message</source>
        <translation>Leere Nachricht</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>kind of content, then its caption or name</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>You: %1</source>
        <translation>Sie: %1</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>a colleague&apos;s name, then what they wrote</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Draft: %1</source>
        <translation>Entwurf: %1</translation>
    </message>
    <message>
        <source>Not delivered: more than 24 hours have passed since the customer last wrote.</source>
        <translation>Nicht zugestellt: Seit der letzten Nachricht des Kunden sind mehr als 24&#xa0;Stunden vergangen.</translation>
    </message>
    <message>
        <source>Not delivered: this number cannot receive the message. It may not use WhatsApp.</source>
        <translation>Nicht zugestellt: Diese Nummer kann die Nachricht nicht empfangen. Vielleicht nutzt sie WhatsApp nicht.</translation>
    </message>
    <message>
        <source>Not delivered: WhatsApp limits how many marketing messages this customer gets.</source>
        <translation>Nicht zugestellt: WhatsApp begrenzt, wie viele Marketing-Nachrichten dieser Kunde bekommt.</translation>
    </message>
    <message>
        <source>Not delivered: the customer does not want marketing messages.</source>
        <translation>Nicht zugestellt: Der Kunde möchte keine Marketing-Nachrichten.</translation>
    </message>
    <message>
        <source>Not delivered: too many messages in a short time. Wait a little before the next try.</source>
        <translation>Nicht zugestellt: zu viele Nachrichten in kurzer Zeit. Warten Sie etwas bis zum nächsten Versuch.</translation>
    </message>
    <message>
        <source>Not delivered: WhatsApp does not take this kind of message.</source>
        <translation>Nicht zugestellt: WhatsApp nimmt diese Art von Nachricht nicht an.</translation>
    </message>
    <message>
        <source>Not delivered: WhatsApp could not process the file.</source>
        <translation>Nicht zugestellt: WhatsApp konnte die Datei nicht verarbeiten.</translation>
    </message>
    <message>
        <source>Not delivered: WhatsApp has restricted the business number.</source>
        <translation>Nicht zugestellt: WhatsApp hat die Firmennummer eingeschränkt.</translation>
    </message>
    <message>
        <source>Not delivered. The messenger gave no reason.</source>
        <translation>Nicht zugestellt. Der Messenger hat keinen Grund genannt.</translation>
    </message>
    <message>
        <source>Not delivered. The messenger says: “%1”</source>
        <translation>Nicht zugestellt. Der Messenger meldet: „%1“</translation>
    </message>
    <message>
        <source>Formal, Mr</source>
        <translation>Herr (per Sie)</translation>
    </message>
    <message>
        <source>Formal, Ms</source>
        <translation>Frau (per Sie)</translation>
    </message>
    <message>
        <source>Informal, first name</source>
        <translation>Vorname (per Du)</translation>
    </message>
    <message>
        <source>Not disclosed</source>
        <translation>Keine Angabe</translation>
    </message>
    <message>
        <source>Male</source>
        <translation>Männlich</translation>
    </message>
    <message>
        <source>Female</source>
        <translation>Weiblich</translation>
    </message>
    <message>
        <source>Diverse</source>
        <translation>Divers</translation>
    </message>
    <message>
        <source>Unknown customer</source>
        <translation>Unbekannter Kunde</translation>
    </message>
    <message>
        <source>Nobody</source>
        <translation>Niemand</translation>
    </message>
    <message>
        <source>Colleague %1</source>
        <comment>%1 is an id</comment>
        <translation>Teammitglied %1</translation>
    </message>
    <message numerus="yes">
        <source>%n new</source>
        <comment>messages since reading stopped</comment>
        <translation>
            <numerusform>%n neu</numerusform>
            <numerusform>%n neu</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n unread</source>
        <translation>
            <numerusform>%n ungelesen</numerusform>
            <numerusform>%n ungelesen</numerusform>
        </translation>
    </message>
    <message>
        <source>a message was not sent</source>
        <translation>eine Nachricht wurde nicht gesendet</translation>
    </message>
    <message>
        <source>a change is not confirmed yet</source>
        <translation>eine Änderung ist noch nicht bestätigt</translation>
    </message>
    <message>
        <source>customer blocked</source>
        <translation>Kunde blockiert</translation>
    </message>
    <message>
        <source>snoozed until %1</source>
        <translation>zurückgestellt bis %1</translation>
    </message>
    <message>
        <source>assigned to %1</source>
        <translation>zugewiesen an %1</translation>
    </message>
    <message>
        <source>assigned to you</source>
        <translation>Ihnen zugewiesen</translation>
    </message>
    <message>
        <source>Waiting to be sent</source>
        <translation>Wartet auf Versand</translation>
    </message>
    <message>
        <source>Checking whether it was sent</source>
        <translation>Wird geprüft, ob sie gesendet wurde</translation>
    </message>
    <message>
        <source>Not known whether it was sent</source>
        <translation>Nicht bekannt, ob sie gesendet wurde</translation>
    </message>
    <message>
        <source>Not sent</source>
        <translation>Nicht gesendet</translation>
    </message>
    <message>
        <source>Read by the customer</source>
        <translation>Vom Kunden gelesen</translation>
    </message>
    <message>
        <source>Not sent.</source>
        <translation>Nicht gesendet.</translation>
    </message>
    <message>
        <source>The answer was lost. Checking whether it was sent…</source>
        <translation>Die Antwort ging verloren. Es wird geprüft, ob die Nachricht gesendet wurde&#xa0;…</translation>
    </message>
    <message>
        <source>We do not know whether this was sent. Look at the conversation and decide.</source>
        <translation>Wir wissen nicht, ob diese Nachricht gesendet wurde. Sehen Sie sich die Konversation an und entscheiden Sie.</translation>
    </message>
    <message>
        <source>Note, only visible to us</source>
        <translation>Notiz, nur für uns sichtbar</translation>
    </message>
    <message>
        <source>Reading older messages…</source>
        <translation>Ältere Nachrichten werden gelesen&#xa0;…</translation>
    </message>
    <message>
        <source>Show older messages</source>
        <translation>Ältere Nachrichten anzeigen</translation>
    </message>
    <message>
        <source>Show more</source>
        <translation>Mehr anzeigen</translation>
    </message>
    <message>
        <source>Campaign</source>
        <translation>Kampagne</translation>
    </message>
    <message>
        <source>Us</source>
        <comment>author of a quoted message</comment>
        <translation>Wir</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>Kunde</translation>
    </message>
    <message>
        <source>This version cannot show it.</source>
        <translation>Diese Version kann das nicht anzeigen.</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>an enumeration so far, then its next part</comment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>Nothing can be kept on this computer for “%1” (%2). Unsent text is lost when you quit.</source>
        <translation>Für „%1“ kann auf diesem Computer nichts aufbewahrt werden (%2). Nicht gesendeter Text geht beim Beenden verloren.</translation>
    </message>
    <message>
        <source>Unsent text in “%1” cannot be saved (%2). It stays on screen, but is lost when you quit.</source>
        <translation>Nicht gesendeter Text in „%1“ kann nicht gespeichert werden (%2). Er bleibt auf dem Bildschirm, geht aber beim Beenden verloren.</translation>
    </message>
    <message>
        <source>What was kept on this computer for “%1” was damaged. The file was put aside in the profile&apos;s folder; unsent text from before may be missing.</source>
        <translation>Was auf diesem Computer für „%1“ aufbewahrt wurde, war beschädigt. Die Datei liegt nun zur Seite gelegt im Ordner des Profils; früherer nicht gesendeter Text kann fehlen.</translation>
    </message>
    <message>
        <source>A newer version of this program has kept what belongs to “%1”. It can be read here, but unsent text is not saved.</source>
        <translation>Was zu „%1“ gehört, hat eine neuere Version dieses Programms aufbewahrt. Hier kann es gelesen werden, nicht gesendeter Text wird aber nicht gespeichert.</translation>
    </message>
    <message>
        <source>Somebody else changed this meanwhile, and their change stands.</source>
        <translation>Jemand anderes hat das inzwischen geändert, und diese Änderung gilt.</translation>
    </message>
    <message>
        <source>This is sent as soon as it is possible.</source>
        <translation>Die Nachricht wird gesendet, sobald es möglich ist.</translation>
    </message>
    <message>
        <source>Your text is kept; send again when it still fits.</source>
        <translation>Ihr Text ist noch da; senden Sie noch einmal, wenn er noch passt.</translation>
    </message>
    <message numerus="yes">
        <source>%n new messages have arrived.</source>
        <translation>
            <numerusform>%n neue Nachricht ist eingetroffen.</numerusform>
            <numerusform>%n neue Nachrichten sind eingetroffen.</numerusform>
        </translation>
    </message>
    <message>
        <source>The conversation is assigned to %1 now.</source>
        <translation>Die Konversation ist jetzt %1 zugewiesen.</translation>
    </message>
    <message>
        <source>The conversation is assigned to nobody now.</source>
        <translation>Die Konversation ist jetzt niemandem zugewiesen.</translation>
    </message>
    <message>
        <source>Your reply to %1 was not sent: the window had closed. It is kept as a draft.</source>
        <translation>Ihre Antwort an %1 wurde nicht gesendet: Das Fenster war geschlossen. Sie ist als Entwurf aufgehoben.</translation>
    </message>
    <message>
        <source>Your reply to %1 was not sent: something new stands in the conversation. It is kept as a draft.</source>
        <translation>Ihre Antwort an %1 wurde nicht gesendet: In der Konversation steht etwas Neues. Sie ist als Entwurf aufgehoben.</translation>
    </message>
    <message>
        <source>Delete a conversation</source>
        <translation>Eine Unterhaltung löschen</translation>
    </message>
    <message>
        <source>Find a conversation by the messenger&apos;s id</source>
        <translation>Eine Unterhaltung an der ID des Messengers finden</translation>
    </message>
    <message>
        <source>Assign to a team</source>
        <translation>Einem Team zuweisen</translation>
    </message>
    <message>
        <source>Take over from the bot</source>
        <translation>Vom Bot übernehmen</translation>
    </message>
    <message>
        <source>Delete a note</source>
        <translation>Eine Notiz löschen</translation>
    </message>
    <message>
        <source>End a snooze early</source>
        <translation>Zurückstellen vorzeitig beenden</translation>
    </message>
    <message>
        <source>Trigger an event</source>
        <translation>Ein Ereignis auslösen</translation>
    </message>
    <message>
        <source>Write in a customer&apos;s name</source>
        <translation>Im Namen eines Kunden schreiben</translation>
    </message>
    <message>
        <source>Text snippets</source>
        <translation>Textbausteine</translation>
    </message>
    <message>
        <source>Saved views</source>
        <translation>Gespeicherte Ansichten</translation>
    </message>
    <message>
        <source>See and set who is online</source>
        <translation>Sehen und festlegen, wer online ist</translation>
    </message>
    <message>
        <source>Search contacts</source>
        <translation>Kontakte suchen</translation>
    </message>
    <message>
        <source>Bot answers</source>
        <translation>Bot antwortet</translation>
    </message>
    <message>
        <source>Facebook</source>
        <translation>Facebook</translation>
    </message>
    <message>
        <source>Telegram</source>
        <translation>Telegram</translation>
    </message>
    <message>
        <source>Telephone</source>
        <translation>Telefon</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>E-Mail</translation>
    </message>
    <message>
        <source>Buttons</source>
        <translation>Schaltflächen</translation>
    </message>
    <message>
        <source>Spoken words</source>
        <translation>Gesprochenes</translation>
    </message>
    <message>
        <source>The call has ended</source>
        <translation>Der Anruf ist beendet</translation>
    </message>
    <message>
        <source>The call was put through</source>
        <translation>Der Anruf wurde weitergeleitet</translation>
    </message>
    <message>
        <source>The bot hands over to a person</source>
        <translation>Der Bot übergibt an einen Menschen</translation>
    </message>
    <message>
        <source>Note, not seen by the customer</source>
        <translation>Notiz, für den Kunden nicht sichtbar</translation>
    </message>
    <message>
        <source>Reaction</source>
        <translation>Reaktion</translation>
    </message>
    <message>
        <source>From %1</source>
        <translation>Von %1</translation>
    </message>
    <message>
        <source>To %1</source>
        <translation>An %1</translation>
    </message>
    <message>
        <source>We do not know yet whether the tags changed; they are being read again.</source>
        <translation>Wir wissen noch nicht, ob die Tags geändert wurden; sie werden neu gelesen.</translation>
    </message>
    <message>
        <source>The tags are as they were.</source>
        <translation>Die Tags sind, wie sie waren.</translation>
    </message>
    <message>
        <source>We do not know yet whether the conversation is snoozed; it is being read again.</source>
        <translation>Wir wissen noch nicht, ob die Konversation zurückgestellt ist; sie wird neu gelesen.</translation>
    </message>
    <message>
        <source>The conversation was not snoozed.</source>
        <translation>Die Konversation wurde nicht zurückgestellt.</translation>
    </message>
    <message>
        <source>We do not know yet whether the team changed; it is being read again.</source>
        <translation>Wir wissen noch nicht, ob das Team geändert wurde; es wird neu gelesen.</translation>
    </message>
    <message>
        <source>The team is as it was.</source>
        <translation>Das Team ist, wie es war.</translation>
    </message>
    <message>
        <source>We do not know yet whether the note was deleted; it is being read again.</source>
        <translation>Wir wissen noch nicht, ob die Notiz gelöscht wurde; sie wird neu gelesen.</translation>
    </message>
    <message>
        <source>The note is still there.</source>
        <translation>Die Notiz ist noch da.</translation>
    </message>
    <message>
        <source>We do not know yet whether the bot is silent; the conversation is being read again.</source>
        <translation>Wir wissen noch nicht, ob der Bot schweigt; die Konversation wird neu gelesen.</translation>
    </message>
    <message>
        <source>The bot still answers.</source>
        <translation>Der Bot antwortet weiter.</translation>
    </message>
    <message>
        <source>We do not know yet whether the conversation was deleted.</source>
        <translation>Wir wissen noch nicht, ob die Konversation gelöscht wurde.</translation>
    </message>
    <message>
        <source>The conversation was not deleted.</source>
        <translation>Die Konversation wurde nicht gelöscht.</translation>
    </message>
    <message>
        <source>We do not know yet whether the conversation was marked as unread; it is being read again.</source>
        <translation>Wir wissen noch nicht, ob die Konversation als ungelesen markiert wurde; sie wird neu gelesen.</translation>
    </message>
    <message>
        <source>The conversation is read as before.</source>
        <translation>Die Konversation gilt weiter als gelesen.</translation>
    </message>
    <message>
        <source>We do not know yet whether the archive changed; it is being read again.</source>
        <translation>Wir wissen noch nicht, ob sich am Archiv etwas geändert hat; es wird neu gelesen.</translation>
    </message>
    <message>
        <source>The conversation is where it was.</source>
        <translation>Die Konversation ist, wo sie war.</translation>
    </message>
    <message>
        <source>We do not know whether the bot was set off. The thread is being read again: look at it before you ask once more.</source>
        <translation>Wir wissen nicht, ob der Bot angestoßen wurde. Die Konversation wird neu gelesen: Sehen Sie nach, bevor Sie es noch einmal verlangen.</translation>
    </message>
    <message>
        <source>The bot was not set off.</source>
        <translation>Der Bot wurde nicht angestoßen.</translation>
    </message>
    <message>
        <source>Nothing was looked up.</source>
        <translation>Es wurde nichts nachgesehen.</translation>
    </message>
    <message>
        <source>Archive</source>
        <translation>Archiv</translation>
    </message>
    <message>
        <source>Sensitive content is hidden.</source>
        <translation>Vertraulicher Inhalt ist verborgen.</translation>
    </message>
    <message numerus="yes">
        <source>The bot has answered %n times: see the thread.</source>
        <translation>
            <numerusform>Der Bot hat einmal geantwortet: siehe Nachrichten.</numerusform>
            <numerusform>Der Bot hat %n-mal geantwortet: siehe Nachrichten.</numerusform>
        </translation>
    </message>
    <message>
        <source>What the bot answers stands in the thread.</source>
        <translation>Was der Bot antwortet, steht bei den Nachrichten.</translation>
    </message>
    <message>
        <source>The event was triggered. %1</source>
        <translation>Das Ereignis wurde ausgelöst. %1</translation>
    </message>
    <message>
        <source>The step was run. %1</source>
        <translation>Der Schritt wurde ausgeführt. %1</translation>
    </message>
    <message>
        <source>The message was taken as the customer&apos;s. %1</source>
        <translation>Die Nachricht gilt als vom Kunden geschrieben. %1</translation>
    </message>
    <message>
        <source>The event was taken as the channel&apos;s. %1</source>
        <translation>Das Ereignis gilt als vom Kanal gemeldet. %1</translation>
    </message>
    <message>
        <source>Show it</source>
        <translation>Zeigen</translation>
    </message>
    <message>
        <source>We do not know yet whether the name changed; it is being read again.</source>
        <translation>Wir wissen noch nicht, ob der Name geändert wurde; er wird neu gelesen.</translation>
    </message>
    <message>
        <source>The name is as it was.</source>
        <translation>Der Name ist, wie er war.</translation>
    </message>
    <message>
        <source>We do not know yet whether the language changed; it is being read again.</source>
        <translation>Wir wissen noch nicht, ob die Sprache geändert wurde; sie wird neu gelesen.</translation>
    </message>
    <message>
        <source>The language is as it was.</source>
        <translation>Die Sprache ist, wie sie war.</translation>
    </message>
    <message>
        <source>We do not know yet whether the metadata changed; it is being read again.</source>
        <translation>Wir wissen noch nicht, ob die Metadaten geändert wurden; sie werden neu gelesen.</translation>
    </message>
    <message>
        <source>The metadata is as it was.</source>
        <translation>Die Metadaten sind, wie sie waren.</translation>
    </message>
    <message>
        <source>We do not know yet whether your colleagues were mentioned; it is being read again.</source>
        <translation>Wir wissen noch nicht, ob Ihr Team erwähnt wurde; es wird neu gelesen.</translation>
    </message>
    <message>
        <source>Nobody else was mentioned.</source>
        <translation>Niemand sonst wurde erwähnt.</translation>
    </message>
    <message>
        <source>We do not know yet how your colleagues see you; it is being read again.</source>
        <translation>Wir wissen noch nicht, wie Ihr Team Sie sieht; es wird neu gelesen.</translation>
    </message>
    <message>
        <source>Your colleagues see you as before.</source>
        <translation>Ihr Team sieht Sie wie zuvor.</translation>
    </message>
    <message>
        <source>Rename a customer</source>
        <translation>Eine Kundin oder einen Kunden umbenennen</translation>
    </message>
    <message>
        <source>Set the language</source>
        <translation>Die Sprache festlegen</translation>
    </message>
    <message>
        <source>Change the metadata</source>
        <translation>Die Metadaten ändern</translation>
    </message>
    <message>
        <source>Mention colleagues</source>
        <translation>Das Team erwähnen</translation>
    </message>
    <message>
        <source>Online</source>
        <translation>Online</translation>
    </message>
    <message>
        <source>Away</source>
        <translation>Abwesend</translation>
    </message>
    <message>
        <source>The file is no longer there, cannot be read or is larger than %1.</source>
        <translation>Die Datei ist nicht mehr da, nicht lesbar oder größer als %1.</translation>
    </message>
    <message>
        <source>Something went wrong on this computer: “%1”.</source>
        <translation>Auf diesem Computer ist etwas schiefgegangen: „%1“.</translation>
    </message>
    <message>
        <source>This account cannot answer here: its API&apos;s documentation describes no way to do it.</source>
        <translation>Mit diesem Konto lässt sich hier nicht antworten: Die Dokumentation seiner API beschreibt keinen Weg dazu.</translation>
    </message>
    <message>
        <source>What this account shows is as it was when it was begun: its API&apos;s documentation describes no way to read it again.</source>
        <translation>Was dieses Konto zeigt, ist auf dem Stand des Beginns: Die Dokumentation seiner API beschreibt keinen Weg, es erneut zu lesen.</translation>
    </message>
    <message>
        <source>Your reply to %1 was not sent: this computer could not write it down. It is kept as a draft.</source>
        <translation>Ihre Antwort an %1 wurde nicht gesendet: Dieser Computer konnte sie nicht festhalten. Sie bleibt als Entwurf.</translation>
    </message>
    <message>
        <source>Read a customer&apos;s contact details</source>
        <translation>Kontaktdaten eines Kunden lesen</translation>
    </message>
    <message>
        <source>Copy to %1</source>
        <translation>Kopie an %1</translation>
    </message>
    <message>
        <source>Blind copy to %1</source>
        <translation>Blindkopie an %1</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) attached, not to be read here</source>
        <translation>
            <numerusform>%n Datei angehängt, hier nicht zu lesen</numerusform>
            <numerusform>%n Dateien angehängt, hier nicht zu lesen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>inbox::app::Application</name>
    <message>
        <source>No program on this computer opens this link.</source>
        <translation>Kein Programm auf diesem Rechner öffnet diesen Link.</translation>
    </message>
    <message>
        <source>The demo workspace had stopped and was started again.</source>
        <translation>Der Demo-Arbeitsbereich war stehen geblieben und wurde neu gestartet.</translation>
    </message>
    <message>
        <source>Demo workspace</source>
        <translation>Demo-Arbeitsbereich</translation>
    </message>
    <message>
        <source>Customer number</source>
        <translation>Kundennummer</translation>
    </message>
    <message>
        <source>Customer group</source>
        <translation>Kundengruppe</translation>
    </message>
    <message>
        <source>Remark</source>
        <translation>Bemerkung</translation>
    </message>
    <message>
        <source>The account %1 cannot be opened.</source>
        <translation>Das Konto %1 kann nicht geöffnet werden.</translation>
    </message>
    <message>
        <source>No program on this computer opens this file. It can be saved.</source>
        <translation>Kein Programm auf diesem Computer öffnet diese Datei. Sie lässt sich speichern.</translation>
    </message>
    <message>
        <source>Demo workspace (ChatCaptain)</source>
        <translation>Demo-Arbeitsbereich (ChatCaptain)</translation>
    </message>
    <message>
        <source>The account %1 cannot be opened: its setting “%2” has no value that can be used.</source>
        <translation>Das Konto %1 kann nicht geöffnet werden: Der Wert seiner Einstellung „%2“ ist nicht brauchbar.</translation>
    </message>
    <message>
        <source>Demo workspace (Zild)</source>
        <translation>Demo-Arbeitsbereich (Zild)</translation>
    </message>
</context>
<context>
    <name>inbox::app::DemoServer</name>
    <message>
        <source>The demo workspace did not start in time.</source>
        <translation>Der Demo-Arbeitsbereich ist nicht rechtzeitig gestartet.</translation>
    </message>
    <message>
        <source>The demo workspace could not be started: its program is missing.</source>
        <translation>Der Demo-Arbeitsbereich konnte nicht gestartet werden: Sein Programm fehlt.</translation>
    </message>
    <message>
        <source>The demo workspace did not start as expected.</source>
        <translation>Der Demo-Arbeitsbereich ist nicht wie erwartet gestartet.</translation>
    </message>
    <message>
        <source>The demo workspace keeps stopping. Its world may be damaged; --demo-reset begins a new one.</source>
        <translation>Der Demo-Arbeitsbereich bleibt immer wieder stehen. Seine Daten sind vielleicht beschädigt; --demo-reset beginnt ihn neu.</translation>
    </message>
</context>
<context>
    <name>inbox::ui::AccountBanners</name>
    <message>
        <source>The token of “%1” was not found, or the keychain is locked. Unlock the keychain and try again, or enter the token in the account&apos;s settings.</source>
        <translation>Das Token von „%1“ wurde nicht gefunden, oder der Schlüsselbund ist gesperrt. Entsperren Sie den Schlüsselbund und versuchen Sie es erneut, oder geben Sie das Token in den Einstellungen des Kontos ein.</translation>
    </message>
    <message>
        <source>The server no longer accepts the access of “%1”. What you see may be out of date.</source>
        <translation>Der Server akzeptiert den Zugang von „%1“ nicht mehr. Die Anzeige ist möglicherweise nicht aktuell.</translation>
    </message>
    <message>
        <source>Enter a new token</source>
        <translation>Neues Token eingeben</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>This computer&apos;s keychain cannot be used. Access tokens are kept until you quit, then you will be asked for them again.</source>
        <translation>Der Schlüsselbund dieses Rechners ist nicht nutzbar. Zugriffstoken bleiben bis zum Beenden erhalten, danach werden Sie wieder danach gefragt.</translation>
    </message>
    <message>
        <source>“%1” answers, but also says: %2</source>
        <translation>„%1“ antwortet, meldet aber auch: %2</translation>
    </message>
</context>
<context>
    <name>inbox::ui::AccountDialog</name>
    <message>
        <source>Test connection</source>
        <translation>Verbindung testen</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>Connect account</source>
        <translation>Konto verbinden</translation>
    </message>
    <message>
        <source>Edit account</source>
        <translation>Konto bearbeiten</translation>
    </message>
    <message>
        <source>Connect an account</source>
        <translation>Konto verbinden</translation>
    </message>
    <message>
        <source>Kind of account</source>
        <translation>Art des Kontos</translation>
    </message>
    <message>
        <source>Name (optional)</source>
        <translation>Name (optional)</translation>
    </message>
    <message>
        <source>Name of the account</source>
        <translation>Name des Kontos</translation>
    </message>
    <message>
        <source>What you call it, for example “Support”</source>
        <translation>Wie Sie es nennen, zum Beispiel „Support“</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>This version does not know this kind of account.</source>
        <translation>Diese Version kennt diese Kontoart nicht.</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>a kind of account, then what it is for</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Leave this empty to keep the present one</source>
        <translation>Leer lassen, um das bisherige zu behalten</translation>
    </message>
    <message>
        <source>This account lives until the program ends; nothing of it is stored.</source>
        <translation>Dieses Konto besteht, bis Sie das Programm beenden; nichts davon wird gespeichert.</translation>
    </message>
    <message>
        <source>More settings</source>
        <translation>Weitere Einstellungen</translation>
    </message>
    <message>
        <source>Testing…</source>
        <translation>Wird getestet&#xa0;…</translation>
    </message>
    <message>
        <source>Asking the server…</source>
        <translation>Der Server wird gefragt&#xa0;…</translation>
    </message>
    <message>
        <source>The server answers and accepts the token.</source>
        <translation>Der Server antwortet und akzeptiert das Token.</translation>
    </message>
    <message>
        <source>This cannot be used as it is. Check its spelling.</source>
        <translation>So lässt sich das nicht verwenden. Prüfen Sie die Schreibweise.</translation>
    </message>
    <message>
        <source>This account cannot be used as it is. Check its settings.</source>
        <translation>So lässt sich dieses Konto nicht verwenden. Prüfen Sie seine Einstellungen.</translation>
    </message>
    <message>
        <source>Enter the token again: the kept one is for the server it was entered for.</source>
        <translation>Geben Sie den Token neu ein: Der aufbewahrte gilt für den Server, für den er eingegeben wurde.</translation>
    </message>
    <message>
        <source>Colour</source>
        <translation>Farbe</translation>
    </message>
    <message>
        <source>With several accounts, each conversation shows its account&apos;s colour and name.</source>
        <translation>Bei mehreren Konten zeigt jede Konversation Farbe und Namen ihres Kontos.</translation>
    </message>
    <message>
        <source>There is nothing here that can be tried without writing to somebody. The first conversation you start will show whether address and token are right.</source>
        <translation>Hier lässt sich nichts ausprobieren, ohne jemandem zu schreiben. Das erste Gespräch, das Sie beginnen, zeigt, ob Adresse und Token stimmen.</translation>
    </message>
</context>
<context>
    <name>inbox::ui::AccountsPage</name>
    <message>
        <source>Accounts</source>
        <translation>Konten</translation>
    </message>
    <message>
        <source>connect account token sign in log in server address who am I remove name</source>
        <comment>keywords of the search</comment>
        <translation>Konto verbinden Token anmelden Zugang Server Adresse wer bin ich entfernen Name</translation>
    </message>
</context>
<context>
    <name>inbox::ui::AccountsPanel</name>
    <message>
        <source>Edit account…</source>
        <translation>Konto bearbeiten&#xa0;…</translation>
    </message>
    <message>
        <source>Who am I…</source>
        <translation>Wer bin ich&#xa0;…</translation>
    </message>
    <message>
        <source>Remove account…</source>
        <translation>Konto entfernen&#xa0;…</translation>
    </message>
    <message>
        <source>Remove account</source>
        <translation>Konto entfernen</translation>
    </message>
    <message>
        <source>Keep account</source>
        <translation>Konto behalten</translation>
    </message>
    <message>
        <source>Accounts</source>
        <translation>Konten</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>Token</source>
        <translation>Token</translation>
    </message>
    <message>
        <source>You are</source>
        <translation>Sie sind</translation>
    </message>
    <message>
        <source>No account is connected. Conversations appear once there is one.</source>
        <translation>Kein Konto ist verbunden. Sobald es eines gibt, erscheinen Konversationen.</translation>
    </message>
    <message>
        <source>Connect an account…</source>
        <translation>Konto verbinden&#xa0;…</translation>
    </message>
    <message>
        <source>The system&apos;s keychain cannot be used. Tokens are kept until the program ends and have to be entered again next time.</source>
        <translation>Der Schlüsselbund des Systems ist nicht nutzbar. Token bleiben bis zum Beenden des Programms erhalten und müssen beim nächsten Mal neu eingegeben werden.</translation>
    </message>
    <message>
        <source>Connecting…</source>
        <translation>Wird verbunden&#xa0;…</translation>
    </message>
    <message>
        <source>Connected and up to date.</source>
        <translation>Verbunden und aktuell.</translation>
    </message>
    <message>
        <source>The server cannot be reached. It is tried again by itself.</source>
        <translation>Der Server ist nicht erreichbar. Es wird automatisch erneut versucht.</translation>
    </message>
    <message>
        <source>The token is missing. Edit the account to enter it again.</source>
        <translation>Das Token fehlt. Bearbeiten Sie das Konto, um es wieder einzugeben.</translation>
    </message>
    <message>
        <source>The server does not accept the token. Edit the account to enter a new one.</source>
        <translation>Der Server akzeptiert das Token nicht. Bearbeiten Sie das Konto, um ein neues einzugeben.</translation>
    </message>
    <message>
        <source>Being read from the system&apos;s keychain…</source>
        <translation>Wird aus dem Schlüsselbund des Systems gelesen&#xa0;…</translation>
    </message>
    <message>
        <source>Kept in the system&apos;s keychain</source>
        <translation>Liegt im Schlüsselbund des Systems</translation>
    </message>
    <message>
        <source>Kept until the program ends, stored nowhere</source>
        <translation>Bleibt bis zum Beenden des Programms, wird nirgends gespeichert</translation>
    </message>
    <message>
        <source>Missing</source>
        <translation>Fehlt</translation>
    </message>
    <message>
        <source>Not chosen yet</source>
        <translation>Noch nicht gewählt</translation>
    </message>
    <message>
        <source>Colleague %1</source>
        <translation>Teammitglied %1</translation>
    </message>
    <message>
        <source>Remove %1 from this computer? Its token is deleted from the keychain, and its conversations and your drafts in them are wiped here. Nothing changes on the server.</source>
        <translation>%1 von diesem Rechner entfernen? Das Token wird aus dem Schlüsselbund gelöscht; die Konversationen und Ihre Entwürfe darin werden hier gelöscht. Auf dem Server ändert sich nichts.</translation>
    </message>
    <message>
        <source>The keychain does not answer. Edit the account to enter the token again.</source>
        <translation>Der Schlüsselbund antwortet nicht. Bearbeiten Sie das Konto, um das Token wieder einzugeben.</translation>
    </message>
    <message>
        <source>In the system&apos;s keychain, which does not answer</source>
        <translation>Im Schlüsselbund des Systems, der nicht antwortet</translation>
    </message>
    <message>
        <source>Your colleagues see you as</source>
        <translation>Ihr Team sieht Sie als</translation>
    </message>
</context>
<context>
    <name>inbox::ui::AppearancePage</name>
    <message>
        <source>Appearance</source>
        <translation>Aussehen</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>Design</translation>
    </message>
    <message>
        <source>Light or dark colours, for the whole program.</source>
        <translation>Helle oder dunkle Farben, für das ganze Programm.</translation>
    </message>
    <message>
        <source>colours color dark light night mode</source>
        <comment>keywords of the search</comment>
        <translation>Farben Thema dunkel hell Nachtmodus</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>Wie das System</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Hell</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Dunkel</translation>
    </message>
    <message>
        <source>Density</source>
        <translation>Dichte</translation>
    </message>
    <message>
        <source>Compact shows more conversations and messages at once.</source>
        <translation>Kompakt zeigt mehr Konversationen und Nachrichten auf einmal.</translation>
    </message>
    <message>
        <source>spacing rows height compact comfortable</source>
        <comment>keywords of the search</comment>
        <translation>Abstand Zeilen Höhe kompakt bequem</translation>
    </message>
    <message>
        <source>Comfortable</source>
        <translation>Bequem</translation>
    </message>
    <message>
        <source>Compact</source>
        <translation>Kompakt</translation>
    </message>
    <message>
        <source>Text size</source>
        <translation>Textgröße</translation>
    </message>
    <message>
        <source>In percent of the size the system has chosen.</source>
        <translation>In Prozent der Größe, die das System vorgibt.</translation>
    </message>
    <message>
        <source>font letters zoom bigger smaller scale</source>
        <comment>keywords of the search</comment>
        <translation>Schrift Schriftgröße Buchstaben Zoom größer kleiner skalieren</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Sprache</translation>
    </message>
    <message>
        <source>Of the program&apos;s own words. Messages stay as they were written.</source>
        <translation>Für die Worte des Programms. Nachrichten bleiben, wie sie geschrieben wurden.</translation>
    </message>
    <message>
        <source>translation locale German English</source>
        <comment>keywords of the search</comment>
        <translation>Übersetzung Deutsch Englisch</translation>
    </message>
    <message>
        <source>Direction</source>
        <translation>Richtung</translation>
    </message>
    <message>
        <source>The side the window begins on. Each message keeps its own direction.</source>
        <translation>Die Seite, auf der das Fenster beginnt. Jede Nachricht behält ihre eigene Richtung.</translation>
    </message>
    <message>
        <source>right to left mirrored Arabic Hebrew layout</source>
        <comment>keywords of the search</comment>
        <translation>rechts nach links gespiegelt Arabisch Hebräisch Anordnung</translation>
    </message>
    <message>
        <source>Of the language</source>
        <translation>Wie die Sprache</translation>
    </message>
    <message>
        <source>Left to right</source>
        <translation>Von links nach rechts</translation>
    </message>
    <message>
        <source>Right to left</source>
        <translation>Von rechts nach links</translation>
    </message>
</context>
<context>
    <name>inbox::ui::AssignPopup</name>
    <message>
        <source>Assign to</source>
        <translation>Zuweisen an</translation>
    </message>
    <message>
        <source>Type a name…</source>
        <translation>Namen eingeben&#xa0;…</translation>
    </message>
    <message>
        <source>Nobody known has this name. Colleagues appear here once they have been seen in a conversation.</source>
        <translation>Niemand Bekanntes heißt so. Teammitglieder erscheinen hier, sobald sie in einer Konversation vorkamen.</translation>
    </message>
    <message>
        <source>No colleague is known yet. They appear here once they have been seen in a conversation.</source>
        <translation>Noch ist kein Teammitglied bekannt. Alle erscheinen hier, sobald sie in einer Konversation vorkamen.</translation>
    </message>
    <message>
        <source>%1 (me)</source>
        <translation>%1 (ich)</translation>
    </message>
    <message>
        <source>Nobody</source>
        <translation>Niemand</translation>
    </message>
</context>
<context>
    <name>inbox::ui::AttachmentStrip</name>
    <message>
        <source>Files to be sent</source>
        <translation>Zu sendende Dateien</translation>
    </message>
    <message>
        <source>Do not send this file</source>
        <translation>Diese Datei nicht senden</translation>
    </message>
    <message>
        <source>Do not send %1</source>
        <comment>a file</comment>
        <translation>%1 nicht senden</translation>
    </message>
</context>
<context>
    <name>inbox::ui::AutomationDialog</name>
    <message>
        <source>Trigger event</source>
        <translation>Ereignis auslösen</translation>
    </message>
    <message>
        <source>The event runs the automations that listen to it, for this conversation.</source>
        <translation>Das Ereignis startet für diese Konversation die Automationen, die darauf warten.</translation>
    </message>
    <message>
        <source>Run flow step</source>
        <translation>Flow-Schritt ausführen</translation>
    </message>
    <message>
        <source>The bot goes on from this step of a flow, in this conversation.</source>
        <translation>Der Bot macht in dieser Konversation bei diesem Schritt eines Flows weiter.</translation>
    </message>
    <message>
        <source>Run step</source>
        <translation>Schritt ausführen</translation>
    </message>
    <message>
        <source>Simulate customer message</source>
        <translation>Kundennachricht nachstellen</translation>
    </message>
    <message>
        <source>The bot reads these words as if the customer had written them. They stand in the conversation as the customer&apos;s.</source>
        <translation>Der Bot liest diese Worte, als hätte der Kunde sie geschrieben. In der Konversation stehen sie als Worte des Kunden.</translation>
    </message>
    <message>
        <source>Simulate message</source>
        <translation>Nachricht nachstellen</translation>
    </message>
    <message>
        <source>Simulate channel event</source>
        <translation>Kanalereignis nachstellen</translation>
    </message>
    <message>
        <source>The bot takes the event as if the channel had reported it for this customer.</source>
        <translation>Der Bot nimmt das Ereignis, als hätte es der Kanal für diesen Kunden gemeldet.</translation>
    </message>
    <message>
        <source>Simulate event</source>
        <translation>Ereignis nachstellen</translation>
    </message>
    <message>
        <source>A bot may answer this, and its words may reach a real customer. It is asked for once and cannot be taken back.</source>
        <translation>Ein Bot kann darauf antworten, und seine Worte können einen echten Kunden erreichen. Es wird einmal verlangt und lässt sich nicht zurücknehmen.</translation>
    </message>
    <message>
        <source>Conversation</source>
        <translation>Konversation</translation>
    </message>
    <message>
        <source>Flow id</source>
        <translation>Flow-ID</translation>
    </message>
    <message>
        <source>Step id</source>
        <translation>Schritt-ID</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>Nachricht</translation>
    </message>
    <message>
        <source>Event</source>
        <translation>Ereignis</translation>
    </message>
    <message>
        <source>Event&apos;s data (JSON)</source>
        <translation>Daten des Ereignisses (JSON)</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Channel</source>
        <translation>Kanal</translation>
    </message>
    <message>
        <source>Provider id</source>
        <translation>Anbieter-ID</translation>
    </message>
    <message>
        <source>The customer&apos;s number or id at the messenger</source>
        <translation>Nummer oder ID des Kunden beim Messenger</translation>
    </message>
    <message>
        <source>Customer&apos;s name</source>
        <translation>Name des Kunden</translation>
    </message>
</context>
<context>
    <name>inbox::ui::BannerStrip</name>
    <message>
        <source>Dismiss</source>
        <translation>Ausblenden</translation>
    </message>
</context>
<context>
    <name>inbox::ui::ChoiceList</name>
    <message>
        <source>%1, %2</source>
        <comment>an entry and what is said about it</comment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>%1, chosen now</source>
        <translation>%1, jetzt ausgewählt</translation>
    </message>
</context>
<context>
    <name>inbox::ui::ColorSwatches</name>
    <message>
        <source>Colour of the account</source>
        <translation>Farbe des Kontos</translation>
    </message>
</context>
<context>
    <name>inbox::ui::CommandPalette</name>
    <message>
        <source>not now</source>
        <translation>jetzt nicht</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Suchen</translation>
    </message>
    <message>
        <source>Nothing is called that.</source>
        <translation>So heißt hier nichts.</translation>
    </message>
    <message>
        <source>Enter runs it, Esc goes back.</source>
        <translation>Enter führt den Befehl aus, Esc geht zurück.</translation>
    </message>
</context>
<context>
    <name>inbox::ui::Commands</name>
    <message>
        <source>Conversations</source>
        <translation>Konversationen</translation>
    </message>
    <message>
        <source>Views</source>
        <translation>Ansichten</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Antworten</translation>
    </message>
    <message>
        <source>Messages</source>
        <translation>Nachrichten</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>Fenster</translation>
    </message>
    <message>
        <source>Program</source>
        <translation>Programm</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>command and its key</comment>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>“%1”</source>
        <comment>a command in a sentence</comment>
        <translation>„%1“</translation>
    </message>
    <message>
        <source>%1 “%2”</source>
        <comment>keys of the palette, a command to type there</comment>
        <translation>%1 „%2“</translation>
    </message>
</context>
<context>
    <name>inbox::ui::Composer</name>
    <message>
        <source>It was sent</source>
        <translation>Wurde gesendet</translation>
    </message>
    <message>
        <source>It was not sent</source>
        <translation>Wurde nicht gesendet</translation>
    </message>
    <message>
        <source>Reply</source>
        <translation>Antwort</translation>
    </message>
    <message>
        <source>The template is in the conversation, or the customer has it</source>
        <translation>Die Vorlage steht in der Konversation, oder der Kunde hat sie</translation>
    </message>
    <message>
        <source>The template did not go out: a restart can be asked for again</source>
        <translation>Die Vorlage wurde nicht gesendet: Ein Neustart ist wieder möglich</translation>
    </message>
    <message>
        <source>That would be more than %1 characters, too long for a message. Nothing was added.</source>
        <translation>Das wären mehr als %1 Zeichen, zu lang für eine Nachricht. Es wurde nichts eingefügt.</translation>
    </message>
    <message>
        <source>This cannot be sent right now. Your text is kept.</source>
        <translation>Das kann im Moment nicht gesendet werden. Ihr Text bleibt erhalten.</translation>
    </message>
    <message>
        <source>You can write again.</source>
        <translation>Sie können wieder schreiben.</translation>
    </message>
    <message>
        <source>You can write again. Your text is here as you left it.</source>
        <translation>Sie können wieder schreiben. Ihr Text steht unverändert hier.</translation>
    </message>
    <message>
        <source>An earlier message</source>
        <translation>Eine frühere Nachricht</translation>
    </message>
    <message>
        <source>We could not find out whether the template went out. What do you know?</source>
        <translation>Wir konnten nicht klären, ob die Vorlage gesendet wurde. Was wissen Sie?</translation>
    </message>
    <message>
        <source>Ask the customer, or look on the phone. Nothing is sent a second time.</source>
        <translation>Fragen Sie den Kunden oder sehen Sie auf dem Telefon nach. Es wird nichts ein zweites Mal gesendet.</translation>
    </message>
    <message>
        <source>Your text is kept.</source>
        <translation>Ihr Text bleibt erhalten.</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>two sentences, one after the other</comment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>Type a reply…</source>
        <translation>Antwort eingeben&#xa0;…</translation>
    </message>
    <message>
        <source>Checking…</source>
        <translation>Wird geprüft&#xa0;…</translation>
    </message>
    <message>
        <source>Restart conversation: under way</source>
        <comment>must begin as the restart button does</comment>
        <translation>Konversation neu starten: läuft</translation>
    </message>
    <message>
        <source>%1 characters. WhatsApp usually takes up to %2 in one message.</source>
        <translation>%1 Zeichen. WhatsApp nimmt in der Regel bis zu %2 pro Nachricht an.</translation>
    </message>
    <message>
        <source>%1 characters</source>
        <translation>%1 Zeichen</translation>
    </message>
    <message>
        <source>Emoji</source>
        <translation>Emojis</translation>
    </message>
    <message>
        <source>Take over</source>
        <translation>Übernehmen</translation>
    </message>
    <message>
        <source>A bot is answering this customer.</source>
        <translation>Ein Bot antwortet dieser Person.</translation>
    </message>
    <message>
        <source>Take over from the bot</source>
        <translation>Vom Bot übernehmen</translation>
    </message>
    <message>
        <source>Type a reply, or / for a snippet…</source>
        <translation>Antwort schreiben, oder / für einen Textbaustein&#xa0;…</translation>
    </message>
    <message>
        <source>Attach files</source>
        <translation>Dateien anhängen</translation>
    </message>
    <message>
        <source>%1 is larger than %2 and was not attached.</source>
        <translation>%1 ist größer als %2 und wurde nicht angehängt.</translation>
    </message>
    <message>
        <source>%1 is empty or cannot be read, and was not attached.</source>
        <translation>%1 ist leer oder nicht lesbar und wurde nicht angehängt.</translation>
    </message>
    <message>
        <source>The picture could not be kept, and was not attached.</source>
        <translation>Das Bild konnte nicht aufbewahrt werden und wurde nicht angehängt.</translation>
    </message>
    <message>
        <source>This account cannot send files. Nothing was attached.</source>
        <translation>Dieses Konto kann keine Dateien senden. Nichts wurde angehängt.</translation>
    </message>
    <message>
        <source>At most %1 files go out with one reply.</source>
        <translation>Mit einer Antwort gehen höchstens %1 Dateien hinaus.</translation>
    </message>
</context>
<context>
    <name>inbox::ui::ConfirmOpening</name>
    <message numerus="yes">
        <source>%1
and %Ln more</source>
        <comment>names, one a line, and how many follow</comment>
        <translation>
            <numerusform>%1
und %Ln weiterer</numerusform>
            <numerusform>%1
und %Ln weitere</numerusform>
        </translation>
    </message>
    <message>
        <source>To</source>
        <translation>An</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>a name, then a phone number</comment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Von</translation>
    </message>
    <message>
        <source>Template</source>
        <translation>Vorlage</translation>
    </message>
    <message>
        <source>Preset</source>
        <translation>Voreinstellung</translation>
    </message>
    <message>
        <source>Price</source>
        <translation>Preis</translation>
    </message>
    <message>
        <source>What was sent cannot be taken back. What may have been sent is never sent again by itself.</source>
        <translation>Was gesendet ist, lässt sich nicht zurückholen. Was vielleicht gesendet wurde, wird nie von selbst noch einmal gesendet.</translation>
    </message>
    <message>
        <source>The conversations are only made. Nothing reaches the customers before somebody writes.</source>
        <translation>Die Konversationen werden nur angelegt. Bei den Kunden kommt nichts an, bevor jemand schreibt.</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>This customer was written to %1.</source>
        <comment>today at 14:02</comment>
        <translation>Dieser Kunde wurde %1 schon angeschrieben.</translation>
    </message>
    <message>
        <source>Write again all the same</source>
        <translation>Trotzdem noch einmal schreiben</translation>
    </message>
    <message numerus="yes">
        <source>Yes, to all %Ln</source>
        <translation>
            <numerusform>Ja, an %Ln</numerusform>
            <numerusform>Ja, an alle %Ln</numerusform>
        </translation>
    </message>
    <message>
        <source>Environment</source>
        <translation>Umgebung</translation>
    </message>
    <message>
        <source>This customer wrote to you %1: they can be answered in their conversation, without a template.</source>
        <comment>today at 14:02</comment>
        <translation>Dieser Kunde hat Ihnen %1 geschrieben: In der Konversation können Sie ohne Vorlage antworten.</translation>
    </message>
</context>
<context>
    <name>inbox::ui::ContactsPanel</name>
    <message>
        <source>Contacts that were found</source>
        <translation>Gefundene Kontakte</translation>
    </message>
    <message>
        <source>Contacts that were chosen</source>
        <translation>Gewählte Kontakte</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Environment</source>
        <translation>Umgebung</translation>
    </message>
    <message>
        <source>Search the contacts</source>
        <translation>Kontakte durchsuchen</translation>
    </message>
    <message>
        <source>Search the contacts: a name, a number…</source>
        <translation>Kontakte durchsuchen: ein Name, eine Nummer&#xa0;…</translation>
    </message>
    <message>
        <source>Remove the contact from the recipients</source>
        <translation>Den Kontakt aus den Empfängern entfernen</translation>
    </message>
    <message>
        <source>Remove the contact from the recipients (Delete)</source>
        <translation>Den Kontakt aus den Empfängern entfernen (Entf)</translation>
    </message>
    <message>
        <source>Environment of conversations with contacts</source>
        <translation>Umgebung der Konversationen mit Kontakten</translation>
    </message>
    <message>
        <source>what customers see</source>
        <translation>was Kunden sehen</translation>
    </message>
    <message>
        <source>Searching…</source>
        <translation>Wird gesucht&#xa0;…</translation>
    </message>
    <message>
        <source>No contact is called that.</source>
        <translation>So heißt kein Kontakt.</translation>
    </message>
    <message>
        <source>Enter adds who is marked, the arrows mark another.</source>
        <translation>Eingabe fügt hinzu, wer markiert ist; die Pfeile markieren andere.</translation>
    </message>
    <message>
        <source>The contacts could not be searched. %1 Enter tries again.</source>
        <comment>why</comment>
        <translation>Die Kontakte konnten nicht durchsucht werden. %1 Eingabe versucht es erneut.</translation>
    </message>
</context>
<context>
    <name>inbox::ui::ConversationListView</name>
    <message>
        <source>Conversations</source>
        <translation>Konversationen</translation>
    </message>
</context>
<context>
    <name>inbox::ui::ConversationPane</name>
    <message>
        <source>Done %L1</source>
        <translation>Erledigt %L1</translation>
    </message>
    <message>
        <source>To do %L1 · In progress %L2</source>
        <comment>numbers of conversations</comment>
        <translation>Zu erledigen %L1 · In Arbeit %L2</translation>
    </message>
    <message numerus="yes">
        <source>%Ln windows close soon · %1</source>
        <comment>reply windows; %1 is a key</comment>
        <translation>
            <numerusform>%Ln Fenster schließt bald · %1</numerusform>
            <numerusform>%Ln Fenster schließen bald · %1</numerusform>
        </translation>
    </message>
    <message>
        <source>No window closes soon</source>
        <translation>Kein Fenster schließt bald</translation>
    </message>
    <message>
        <source>Reply windows that close within four hours. Go to the next one.</source>
        <translation>Antwortfenster, die innerhalb von vier Stunden schließen. Zum nächsten gehen.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln changes · press %1</source>
        <comment>rows of the list; %1 is a key</comment>
        <translation>
            <numerusform>%Ln Änderung · %1 drücken</numerusform>
            <numerusform>%Ln Änderungen · %1 drücken</numerusform>
        </translation>
    </message>
    <message>
        <source>The list keeps still while you work in it.</source>
        <translation>Die Liste bleibt ruhig, während Sie darin arbeiten.</translation>
    </message>
    <message>
        <source>Nothing found</source>
        <translation>Nichts gefunden</translation>
    </message>
    <message>
        <source>Search looks through names, numbers and the latest messages of this view.</source>
        <translation>Durchsucht werden Namen, Nummern und die neuesten Nachrichten dieser Ansicht.</translation>
    </message>
    <message>
        <source>Clear the search</source>
        <translation>Suche leeren</translation>
    </message>
    <message>
        <source>No conversations yet</source>
        <translation>Noch keine Konversationen</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>Reading conversations…</source>
        <translation>Konversationen werden gelesen&#xa0;…</translation>
    </message>
    <message>
        <source>Which colleague are you?</source>
        <translation>Wer im Team sind Sie?</translation>
    </message>
    <message>
        <source>The server does not tell. Once you have chosen, your conversations appear here.</source>
        <translation>Der Server verrät es nicht. Sobald Sie gewählt haben, erscheinen hier Ihre Konversationen.</translation>
    </message>
    <message>
        <source>Choose yourself…</source>
        <translation>Sich selbst auswählen&#xa0;…</translation>
    </message>
    <message>
        <source>Nothing waits for you</source>
        <translation>Nichts wartet auf Sie</translation>
    </message>
    <message>
        <source>Conversations assigned to you appear here.</source>
        <translation>Hier erscheinen Konversationen, die Ihnen zugewiesen sind.</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>Alle anzeigen</translation>
    </message>
    <message>
        <source>Everything has somebody</source>
        <translation>Alles ist zugewiesen</translation>
    </message>
    <message>
        <source>Conversations nobody has taken yet appear here.</source>
        <translation>Hier erscheinen Konversationen, die noch niemand übernommen hat.</translation>
    </message>
    <message>
        <source>No window closes</source>
        <translation>Kein Fenster schließt</translation>
    </message>
    <message>
        <source>Conversations you can still answer appear here, the most urgent first.</source>
        <translation>Hier erscheinen Konversationen, auf die Sie noch antworten können, die dringendsten zuerst.</translation>
    </message>
    <message>
        <source>Nothing is done yet</source>
        <translation>Noch ist nichts erledigt</translation>
    </message>
    <message>
        <source>Press %1 in a conversation when it is done.</source>
        <translation>Drücken Sie %1 in einer Konversation, wenn sie erledigt ist.</translation>
    </message>
    <message>
        <source>Nothing is snoozed</source>
        <translation>Nichts ist zurückgestellt</translation>
    </message>
    <message>
        <source>Conversations that sleep until a set time appear here.</source>
        <translation>Hier erscheinen Konversationen, die bis zu einer bestimmten Zeit ruhen.</translation>
    </message>
    <message>
        <source>Nothing to do</source>
        <translation>Nichts zu erledigen</translation>
    </message>
    <message>
        <source>New conversations appear here by themselves.</source>
        <translation>Neue Konversationen erscheinen hier von selbst.</translation>
    </message>
    <message>
        <source>Nothing in this view</source>
        <translation>Nichts in dieser Ansicht</translation>
    </message>
    <message>
        <source>Conversations that fit what your colleagues have saved appear here.</source>
        <translation>Hier erscheinen Konversationen, die zu dem passen, was Ihr Team gespeichert hat.</translation>
    </message>
    <message>
        <source>With the selected conversations</source>
        <translation>Mit den ausgewählten Konversationen</translation>
    </message>
    <message numerus="yes">
        <source>%Ln of %1 selected</source>
        <comment>conversations</comment>
        <translation>
            <numerusform>%Ln von %1 ausgewählt</numerusform>
            <numerusform>%Ln von %1 ausgewählt</numerusform>
        </translation>
    </message>
    <message>
        <source>Nobody mentions you</source>
        <translation>Niemand erwähnt Sie</translation>
    </message>
    <message>
        <source>Conversations your colleagues want you to look at appear here.</source>
        <translation>Hier erscheinen Konversationen, die Sie sich ansehen sollen.</translation>
    </message>
</context>
<context>
    <name>inbox::ui::CsvPanel</name>
    <message>
        <source>How the file is read</source>
        <translation>Wie die Datei gelesen wird</translation>
    </message>
    <message>
        <source>The first row has the columns&apos; names</source>
        <translation>Die erste Zeile nennt die Spalten</translation>
    </message>
    <message>
        <source>Put away</source>
        <translation>Weglegen</translation>
    </message>
    <message>
        <source>Put the file away</source>
        <translation>Die Datei weglegen</translation>
    </message>
    <message>
        <source>Encoding</source>
        <translation>Zeichensatz</translation>
    </message>
    <message>
        <source>Columns are cut by</source>
        <translation>Spalten trennt</translation>
    </message>
    <message>
        <source>Comma</source>
        <translation>Komma</translation>
    </message>
    <message>
        <source>Semicolon</source>
        <translation>Strichpunkt</translation>
    </message>
    <message>
        <source>Tab</source>
        <translation>Tabulator</translation>
    </message>
    <message>
        <source>Bar</source>
        <translation>Senkrechter Strich</translation>
    </message>
    <message>
        <source>Phone number</source>
        <translation>Telefonnummer</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>E-Mail</translation>
    </message>
    <message>
        <source>Column %L1</source>
        <translation>Spalte %L1</translation>
    </message>
    <message>
        <source>What “%1” is</source>
        <comment>the name of a column</comment>
        <translation>Was „%1“ ist</translation>
    </message>
    <message>
        <source>Variable “%1”</source>
        <translation>Variable „%1“</translation>
    </message>
    <message>
        <source>Not used</source>
        <translation>Nicht verwendet</translation>
    </message>
</context>
<context>
    <name>inbox::ui::DeleteDialog</name>
    <message>
        <source>Delete for good</source>
        <translation>Endgültig löschen</translation>
    </message>
    <message>
        <source>Delete conversation</source>
        <translation>Konversation löschen</translation>
    </message>
    <message>
        <source>Delete the conversation with %1?</source>
        <translation>Die Konversation mit %1 löschen?</translation>
    </message>
    <message>
        <source>All its messages, files, notes and tags are deleted at the server, for every colleague. This cannot be undone. The customer keeps their own copy and is not told.</source>
        <translation>Alle Nachrichten, Dateien, Notizen und Tags darin werden auf dem Server gelöscht, für alle im Team. Das lässt sich nicht rückgängig machen. Die Kundin oder der Kunde behält die eigene Kopie und erfährt nichts davon.</translation>
    </message>
    <message>
        <source>To go on, type the customer&apos;s name: %1</source>
        <translation>Zum Fortfahren den Namen der Person eingeben: %1</translation>
    </message>
    <message>
        <source>The customer&apos;s name</source>
        <translation>Name der Person</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
</context>
<context>
    <name>inbox::ui::DetailsPane</name>
    <message>
        <source>Details</source>
        <translation>Details</translation>
    </message>
    <message>
        <source>Choose a conversation to see who is writing.</source>
        <translation>Wählen Sie eine Konversation, um zu sehen, wer schreibt.</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Nummer</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>Telefon</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>E-Mail</translation>
    </message>
    <message>
        <source>Name in the channel</source>
        <translation>Name im Kanal</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>Date of birth</source>
        <translation>Geburtsdatum</translation>
    </message>
    <message>
        <source>Form of address</source>
        <translation>Anrede</translation>
    </message>
    <message>
        <source>Gender</source>
        <translation>Geschlecht</translation>
    </message>
    <message>
        <source>Customer id</source>
        <translation>Kunden-ID</translation>
    </message>
    <message>
        <source>Profile last changed</source>
        <translation>Profil zuletzt geändert</translation>
    </message>
    <message>
        <source>Conversation</source>
        <translation>Konversation</translation>
    </message>
    <message>
        <source>Assignee</source>
        <translation>Zuständig</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Snoozed until</source>
        <translation>Zurückgestellt bis</translation>
    </message>
    <message>
        <source>Channel</source>
        <translation>Kanal</translation>
    </message>
    <message>
        <source>Our line</source>
        <translation>Unser Anschluss</translation>
    </message>
    <message>
        <source>Connection</source>
        <translation>Verbindung</translation>
    </message>
    <message>
        <source>Customer last wrote</source>
        <translation>Kunde schrieb zuletzt</translation>
    </message>
    <message>
        <source>Started</source>
        <translation>Begonnen</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>Konto</translation>
    </message>
    <message>
        <source>Conversation id</source>
        <translation>Konversations-ID</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Notiz</translation>
    </message>
    <message>
        <source>Other conversations</source>
        <translation>Andere Konversationen</translation>
    </message>
    <message>
        <source>Custom fields</source>
        <translation>Eigene Felder</translation>
    </message>
    <message>
        <source>Custom field %1</source>
        <translation>Eigenes Feld %1</translation>
    </message>
    <message>
        <source>You have blocked this customer: their messages do not arrive.</source>
        <translation>Sie haben diesen Kunden blockiert: Seine Nachrichten kommen nicht an.</translation>
    </message>
    <message>
        <source>Id in the channel</source>
        <translation>ID im Kanal</translation>
    </message>
    <message>
        <source>Call this number</source>
        <translation>Diese Nummer anrufen</translation>
    </message>
    <message>
        <source>Write an e-mail</source>
        <translation>E-Mail schreiben</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>the name of our line, then its number</comment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>Connected</source>
        <translation>Verbunden</translation>
    </message>
    <message>
        <source>No longer connected</source>
        <translation>Nicht mehr verbunden</translation>
    </message>
    <message>
        <source>Only the latest note can be read here.</source>
        <translation>Hier ist nur die neueste Notiz lesbar.</translation>
    </message>
    <message>
        <source>What this account cannot do (%1)</source>
        <translation>Was dieses Konto nicht kann (%1)</translation>
    </message>
    <message>
        <source>Team</source>
        <translation>Team</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>Tags</translation>
    </message>
    <message>
        <source>Archive</source>
        <translation>Archiv</translation>
    </message>
    <message>
        <source>In the archive</source>
        <translation>Im Archiv</translation>
    </message>
    <message>
        <source>As the server says it</source>
        <translation>Wie der Server es sagt</translation>
    </message>
    <message>
        <source>Mentioned</source>
        <translation>Erwähnt</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Sprache</translation>
    </message>
    <message>
        <source>Metadata</source>
        <translation>Metadaten</translation>
    </message>
    <message>
        <source>%1 (has seen it)</source>
        <comment>%1 is a colleague</comment>
        <translation>%1 (hat es gesehen)</translation>
    </message>
</context>
<context>
    <name>inbox::ui::Disclosure</name>
    <message>
        <source>Shown</source>
        <translation>Eingeblendet</translation>
    </message>
    <message>
        <source>Hidden</source>
        <translation>Ausgeblendet</translation>
    </message>
</context>
<context>
    <name>inbox::ui::DraftsPage</name>
    <message>
        <source>Drafts</source>
        <translation>Entwürfe</translation>
    </message>
    <message>
        <source>No drafts</source>
        <translation>Keine Entwürfe</translation>
    </message>
    <message numerus="yes">
        <source>What you type and do not send stands here, and for %Ln days what you discard.</source>
        <translation>
            <numerusform>Hier steht, was Sie schreiben und nicht senden, und %Ln Tag lang, was Sie verwerfen.</numerusform>
            <numerusform>Hier steht, was Sie schreiben und nicht senden, und %Ln Tage lang, was Sie verwerfen.</numerusform>
        </translation>
    </message>
    <message>
        <source>Bring it back</source>
        <translation>Zurückholen</translation>
    </message>
    <message>
        <source>Open the conversation</source>
        <translation>Konversation öffnen</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Verwerfen</translation>
    </message>
</context>
<context>
    <name>inbox::ui::EmojiPicker</name>
    <message>
        <source>Emoji</source>
        <translation>Emojis</translation>
    </message>
    <message>
        <source>Search emoji…</source>
        <translation>Emoji suchen&#xa0;…</translation>
    </message>
    <message>
        <source>Search emoji</source>
        <translation>Emoji suchen</translation>
    </message>
    <message>
        <source>No emoji has this name.</source>
        <translation>Kein Emoji heißt so.</translation>
    </message>
    <message>
        <source>Used last</source>
        <translation>Zuletzt verwendet</translation>
    </message>
    <message>
        <source>No skin tone</source>
        <translation>Ohne Hautton</translation>
    </message>
    <message>
        <source>Light skin tone</source>
        <translation>Heller Hautton</translation>
    </message>
    <message>
        <source>Medium-light skin tone</source>
        <translation>Mittelheller Hautton</translation>
    </message>
    <message>
        <source>Medium skin tone</source>
        <translation>Mittlerer Hautton</translation>
    </message>
    <message>
        <source>Medium-dark skin tone</source>
        <translation>Mitteldunkler Hautton</translation>
    </message>
    <message>
        <source>Dark skin tone</source>
        <translation>Dunkler Hautton</translation>
    </message>
</context>
<context>
    <name>inbox::ui::FactRow</name>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>the name of a fact, then its value</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>Kopiert</translation>
    </message>
</context>
<context>
    <name>inbox::ui::FileSaver</name>
    <message>
        <source>Save the file</source>
        <translation>Datei speichern</translation>
    </message>
    <message>
        <source>Replace the file?</source>
        <translation>Datei ersetzen?</translation>
    </message>
    <message>
        <source>There is a file called %1 already.</source>
        <translation>Es gibt schon eine Datei namens %1.</translation>
    </message>
    <message>
        <source>What is in it would be lost.</source>
        <translation>Ihr Inhalt ginge verloren.</translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>Ersetzen</translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation>Behalten</translation>
    </message>
</context>
<context>
    <name>inbox::ui::FindDialog</name>
    <message>
        <source>Find</source>
        <translation>Suchen</translation>
    </message>
    <message>
        <source>Find by provider id</source>
        <translation>Nach Anbieter-ID suchen</translation>
    </message>
    <message>
        <source>Find a conversation by its provider id</source>
        <translation>Eine Konversation nach ihrer Anbieter-ID suchen</translation>
    </message>
    <message>
        <source>Channel</source>
        <translation>Kanal</translation>
    </message>
    <message>
        <source>Provider id</source>
        <translation>Anbieter-ID</translation>
    </message>
    <message>
        <source>The customer&apos;s number or id at the messenger</source>
        <translation>Nummer oder ID des Kunden beim Messenger</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>The account has no channels, or they were not read yet.</source>
        <translation>Das Konto hat keine Kanäle, oder sie wurden noch nicht gelesen.</translation>
    </message>
    <message>
        <source>Looking…</source>
        <translation>Wird gesucht…</translation>
    </message>
    <message>
        <source>No conversation on this channel has this id.</source>
        <translation>Keine Konversation auf diesem Kanal hat diese ID.</translation>
    </message>
</context>
<context>
    <name>inbox::ui::HelpOverlay</name>
    <message>
        <source>What you can press now</source>
        <translation>Was Sie jetzt drücken können</translation>
    </message>
    <message>
        <source>Letters work in the list and in the messages, never while you type. Everything else is in the commands: %1. Esc closes this.</source>
        <translation>Buchstaben wirken in der Liste und bei den Nachrichten, nie beim Schreiben. Alles Weitere steht bei den Befehlen: %1. Esc schließt dies.</translation>
    </message>
    <message>
        <source>3 %1</source>
        <comment>a count and a key</comment>
        <translation>3 %1</translation>
    </message>
    <message>
        <source>Moves three; any number works</source>
        <translation>Drei weiter; jede Zahl geht</translation>
    </message>
</context>
<context>
    <name>inbox::ui::ImageViewer</name>
    <message>
        <source>Previous picture</source>
        <translation>Voriges Bild</translation>
    </message>
    <message>
        <source>Next picture</source>
        <translation>Nächstes Bild</translation>
    </message>
    <message>
        <source>Zoom out (-)</source>
        <translation>Verkleinern (-)</translation>
    </message>
    <message>
        <source>Zoom in (+)</source>
        <translation>Vergrößern (+)</translation>
    </message>
    <message>
        <source>Fit into the window (0)</source>
        <translation>In das Fenster einpassen (0)</translation>
    </message>
    <message>
        <source>Copy the picture (%1)</source>
        <translation>Bild kopieren (%1)</translation>
    </message>
    <message>
        <source>Save… (%1)</source>
        <translation>Speichern … (%1)</translation>
    </message>
    <message>
        <source>Close (Esc)</source>
        <translation>Schließen (Esc)</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>name of a picture, its number</comment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>%1 × %2</source>
        <comment>width and height in pixels</comment>
        <translation>%1 × %2</translation>
    </message>
    <message>
        <source>%1 %</source>
        <comment>zoom</comment>
        <translation>%1 %</translation>
    </message>
</context>
<context>
    <name>inbox::ui::KeysPage</name>
    <message>
        <source>Shortcuts</source>
        <translation>Tastenkürzel</translation>
    </message>
    <message>
        <source>keys keyboard hotkeys bindings commands</source>
        <comment>keywords of the search</comment>
        <translation>Tasten Tastatur Kürzel Belegung Befehle</translation>
    </message>
</context>
<context>
    <name>inbox::ui::LanguagePopup</name>
    <message>
        <source>Language</source>
        <translation>Sprache</translation>
    </message>
    <message>
        <source>Type a language or its code…</source>
        <translation>Sprache oder Kürzel eintippen&#xa0;…</translation>
    </message>
    <message>
        <source>No language has this name, and a code has letters and digits only.</source>
        <translation>Keine Sprache heißt so, und ein Kürzel hat nur Buchstaben und Ziffern.</translation>
    </message>
    <message>
        <source>The code “%1”</source>
        <translation>Das Kürzel „%1“</translation>
    </message>
</context>
<context>
    <name>inbox::ui::LedgerPage</name>
    <message>
        <source>Ledger</source>
        <translation>Kostenbuch</translation>
    </message>
    <message>
        <source>Nothing was paid for</source>
        <translation>Nichts wurde bezahlt</translation>
    </message>
    <message>
        <source>The price is the documented one: the server does not say what was charged.</source>
        <translation>Der Preis ist der dokumentierte: Der Server sagt nicht, was berechnet wurde.</translation>
    </message>
    <message>
        <source>Save as CSV…</source>
        <translation>Als CSV speichern&#xa0;…</translation>
    </message>
    <message>
        <source>Ledger</source>
        <comment>a file&apos;s name</comment>
        <translation>Kostenbuch</translation>
    </message>
    <message>
        <source>Table (*.csv)</source>
        <translation>Tabelle (*.csv)</translation>
    </message>
    <message>
        <source>Each paid restart, and each message that begins a conversation, is written down here.</source>
        <translation>Hier steht jeder bezahlte Neustart und jede Nachricht, mit der eine Konversation beginnt.</translation>
    </message>
</context>
<context>
    <name>inbox::ui::LinesList</name>
    <message>
        <source>%1, %2</source>
        <comment>an entry and what is said about it</comment>
        <translation>%1, %2</translation>
    </message>
</context>
<context>
    <name>inbox::ui::MainWindow</name>
    <message>
        <source>Details</source>
        <translation>Details</translation>
    </message>
    <message>
        <source>The number is on the clipboard.</source>
        <translation>Die Nummer liegt in der Zwischenablage.</translation>
    </message>
    <message>
        <source>This is the message that failed. Press %1 once more to send it again.</source>
        <translation>Diese Nachricht ist fehlgeschlagen. Drücken Sie noch einmal %1, um sie erneut zu senden.</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>customer: what went wrong</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Assign to %1</source>
        <translation>%1 zuweisen</translation>
    </message>
    <message>
        <source>People</source>
        <translation>Personen</translation>
    </message>
    <message>
        <source>Commands</source>
        <translation>Befehle</translation>
    </message>
    <message>
        <source>What do you want to do?</source>
        <translation>Was möchten Sie tun?</translation>
    </message>
    <message>
        <source>The quoted message could not be found in this conversation.</source>
        <translation>Die zitierte Nachricht ist in dieser Konversation nicht zu finden.</translation>
    </message>
    <message>
        <source>The conversation is in the archive; it stands under Done.</source>
        <translation>Die Konversation ist im Archiv; sie steht unter „Erledigt“.</translation>
    </message>
    <message>
        <source>The conversation is out of the archive.</source>
        <translation>Die Konversation ist aus dem Archiv geholt.</translation>
    </message>
    <message>
        <source>One like it is still under way: nothing was asked for again.</source>
        <translation>Eine gleiche Anfrage läuft noch: Es wurde nichts noch einmal verlangt.</translation>
    </message>
    <message>
        <source>The conversation is being started…</source>
        <translation>Die Konversation wird begonnen&#xa0;…</translation>
    </message>
    <message>
        <source>Views of %1: %2</source>
        <comment>an account, and a view its colleagues have saved</comment>
        <translation>Ansichten von %1: %2</translation>
    </message>
    <message>
        <source>Your colleagues in %1 see you as online.</source>
        <translation>Ihr Team in %1 sieht Sie als online.</translation>
    </message>
    <message>
        <source>Your colleagues in %1 see you as away.</source>
        <translation>Ihr Team in %1 sieht Sie als abwesend.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln conversations changed. %1 takes it back.</source>
        <comment>%1 is a key</comment>
        <translation>
            <numerusform>%Ln Konversation geändert. %1 nimmt es zurück.</numerusform>
            <numerusform>%Ln Konversationen geändert. %1 nimmt es zurück.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln conversations changed.</source>
        <translation>
            <numerusform>%Ln Konversation geändert.</numerusform>
            <numerusform>%Ln Konversationen geändert.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln conversations changed again.</source>
        <translation>
            <numerusform>%Ln Konversation wieder geändert.</numerusform>
            <numerusform>%Ln Konversationen wieder geändert.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln conversations are as they were.</source>
        <translation>
            <numerusform>%Ln Konversation ist, wie sie war.</numerusform>
            <numerusform>%Ln Konversationen sind, wie sie waren.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln of the selected conversations could not be changed. %1</source>
        <comment>%1: why</comment>
        <translation>
            <numerusform>%Ln der ausgewählten Konversationen konnte nicht geändert werden. %1</numerusform>
            <numerusform>%Ln der ausgewählten Konversationen konnten nicht geändert werden. %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln conversations changed. %1 takes back %2 of them.</source>
        <comment>%1 is a key</comment>
        <translation>
            <numerusform>%Ln Konversation geändert. %1 nimmt es bei %2 davon zurück.</numerusform>
            <numerusform>%Ln Konversationen geändert. %1 nimmt es bei %2 davon zurück.</numerusform>
        </translation>
    </message>
    <message>
        <source>The conversation was started.</source>
        <translation>Die Konversation wurde begonnen.</translation>
    </message>
</context>
<context>
    <name>inbox::ui::MediaDesk</name>
    <message>
        <source>The picture is on the clipboard.</source>
        <translation>Das Bild ist in der Zwischenablage.</translation>
    </message>
    <message>
        <source>Contact</source>
        <translation>Kontakt</translation>
    </message>
    <message>
        <source>vCard 4.0 (*.vcf)</source>
        <translation>vCard 4.0 (*.vcf)</translation>
    </message>
    <message>
        <source>vCard 3.0, for older phones (*.vcf)</source>
        <translation>vCard 3.0, für ältere Telefone (*.vcf)</translation>
    </message>
    <message>
        <source>It is on the clipboard.</source>
        <translation>Es ist in der Zwischenablage.</translation>
    </message>
</context>
<context>
    <name>inbox::ui::MentionPopup</name>
    <message>
        <source>Mention</source>
        <translation>Erwähnen</translation>
    </message>
    <message>
        <source>Type a name…</source>
        <translation>Namen eintippen&#xa0;…</translation>
    </message>
    <message>
        <source>Nobody known has this name.</source>
        <translation>Niemand Bekanntes heißt so.</translation>
    </message>
    <message>
        <source>No colleague is known yet.</source>
        <translation>Noch ist niemand aus dem Team bekannt.</translation>
    </message>
</context>
<context>
    <name>inbox::ui::MessageBar</name>
    <message>
        <source>Message actions</source>
        <translation>Aktionen für die Nachricht</translation>
    </message>
    <message>
        <source>It was sent</source>
        <translation>Wurde gesendet</translation>
    </message>
    <message>
        <source>It was not sent</source>
        <translation>Wurde nicht gesendet</translation>
    </message>
    <message>
        <source>Send again</source>
        <translation>Noch einmal senden</translation>
    </message>
    <message>
        <source>Put back into the reply</source>
        <translation>Zurück in die Antwort</translation>
    </message>
    <message>
        <source>Retry</source>
        <translation>Erneut senden</translation>
    </message>
    <message>
        <source>Try now</source>
        <translation>Jetzt versuchen</translation>
    </message>
</context>
<context>
    <name>inbox::ui::MessageDelegate</name>
    <message>
        <source>The customer&apos;s reaction: %1</source>
        <translation>Reaktion des Kunden: %1</translation>
    </message>
    <message>
        <source>Our reaction: %1 (not confirmed yet)</source>
        <translation>Unsere Reaktion: %1 (noch nicht bestätigt)</translation>
    </message>
    <message>
        <source>Our reaction: %1</source>
        <translation>Unsere Reaktion: %1</translation>
    </message>
</context>
<context>
    <name>inbox::ui::MessageInfoDialog</name>
    <message>
        <source>Message info</source>
        <translation>Nachrichtendetails</translation>
    </message>
    <message>
        <source>The system</source>
        <translation>Das System</translation>
    </message>
    <message>
        <source>Us</source>
        <translation>Wir</translation>
    </message>
    <message>
        <source>The customer</source>
        <translation>Der Kunde</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Von</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>Delivery</source>
        <translation>Zustellung</translation>
    </message>
    <message>
        <source>Waiting to be sent</source>
        <translation>Wartet auf Versand</translation>
    </message>
    <message>
        <source>The answer was lost; the conversation is being read</source>
        <translation>Die Antwort ging verloren; die Konversation wird gelesen</translation>
    </message>
    <message>
        <source>Not known: it may or may not have been sent</source>
        <translation>Nicht bekannt: vielleicht gesendet, vielleicht nicht</translation>
    </message>
    <message>
        <source>Not sent</source>
        <translation>Nicht gesendet</translation>
    </message>
    <message>
        <source>What failed</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>The messenger&apos;s words</source>
        <translation>Wortlaut des Messengers</translation>
    </message>
    <message>
        <source>Failed on</source>
        <translation>Fehlgeschlagen am</translation>
    </message>
    <message>
        <source>Error id</source>
        <translation>Fehler-ID</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Einzelheiten</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>File type</source>
        <translation>Dateityp</translation>
    </message>
    <message>
        <source>File size</source>
        <translation>Dateigröße</translation>
    </message>
    <message>
        <source>Content</source>
        <translation>Inhalt</translation>
    </message>
    <message>
        <source>Campaign</source>
        <translation>Kampagne</translation>
    </message>
    <message>
        <source>Our reaction</source>
        <translation>Unsere Reaktion</translation>
    </message>
    <message>
        <source>The customer&apos;s reaction</source>
        <translation>Reaktion des Kunden</translation>
    </message>
    <message>
        <source>Quoted message id</source>
        <translation>ID der zitierten Nachricht</translation>
    </message>
    <message>
        <source>Message id</source>
        <translation>Nachrichten-ID</translation>
    </message>
    <message>
        <source>Conversation id</source>
        <translation>Konversations-ID</translation>
    </message>
    <message>
        <source>Copy all</source>
        <translation>Alles kopieren</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>Kopiert</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>the name of a fact, then its value</comment>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>inbox::ui::MessagePanel</name>
    <message>
        <source>Read again</source>
        <translation>Noch einmal lesen</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>Konto</translation>
    </message>
    <message>
        <source>Type a name…</source>
        <translation>Namen eintippen&#xa0;…</translation>
    </message>
    <message>
        <source>Template</source>
        <translation>Vorlage</translation>
    </message>
    <message>
        <source>Reading the templates…</source>
        <translation>Vorlagen werden gelesen&#xa0;…</translation>
    </message>
    <message>
        <source>Choose a template</source>
        <translation>Vorlage wählen</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Von</translation>
    </message>
    <message>
        <source>Type a name or number…</source>
        <translation>Name oder Nummer eintippen&#xa0;…</translation>
    </message>
    <message>
        <source>Reading the numbers…</source>
        <translation>Nummern werden gelesen&#xa0;…</translation>
    </message>
    <message>
        <source>Choose a number</source>
        <translation>Nummer wählen</translation>
    </message>
    <message>
        <source>Preset</source>
        <translation>Voreinstellung</translation>
    </message>
    <message>
        <source>No presets yet</source>
        <translation>Noch keine Voreinstellungen</translation>
    </message>
    <message>
        <source>Choose a preset</source>
        <translation>Voreinstellung wählen</translation>
    </message>
    <message>
        <source>Save as…</source>
        <translation>Speichern als&#xa0;…</translation>
    </message>
    <message>
        <source>Save these ids as a preset</source>
        <translation>Diese IDs als Voreinstellung speichern</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>Delete the preset</source>
        <translation>Die Voreinstellung löschen</translation>
    </message>
    <message>
        <source>Name of the preset</source>
        <translation>Name der Voreinstellung</translation>
    </message>
    <message>
        <source>Name, for example “Support, German”</source>
        <translation>Name, zum Beispiel „Support, Deutsch“</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>More fields</source>
        <translation>Weitere Felder</translation>
    </message>
    <message>
        <source>Recipients in one request</source>
        <translation>Empfänger je Anfrage</translation>
    </message>
    <message>
        <source>With more than one, an answer that is lost leaves all of them unknown at once.</source>
        <translation>Bei mehr als einem macht eine verlorene Antwort alle zugleich unbekannt.</translation>
    </message>
    <message>
        <source>Recipients in one request, where their values are equal</source>
        <translation>Empfänger je Anfrage, wo ihre Werte gleich sind</translation>
    </message>
    <message>
        <source>This is needed.</source>
        <translation>Das wird gebraucht.</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>two sentences, one after the other</comment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>This is not a value this account takes.</source>
        <translation>Diesen Wert nimmt das Konto nicht an.</translation>
    </message>
</context>
<context>
    <name>inbox::ui::MessagePreview</name>
    <message>
        <source>%1: %2</source>
        <comment>a variable and its value</comment>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>inbox::ui::MetadataDialog</name>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>Metadata</source>
        <translation>Metadaten</translation>
    </message>
    <message>
        <source>Metadata about %1</source>
        <translation>Metadaten zu %1</translation>
    </message>
    <message>
        <source>For your colleagues and your bots; the customer does not see it.</source>
        <translation>Für Ihr Team und Ihre Bots; für die Kundschaft nicht sichtbar.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>Remove this line</source>
        <translation>Diese Zeile entfernen</translation>
    </message>
    <message>
        <source>Remove “%1”</source>
        <translation>„%1“ entfernen</translation>
    </message>
    <message>
        <source>A value has no name.</source>
        <translation>Ein Wert hat keinen Namen.</translation>
    </message>
    <message>
        <source>The name “%1” is there twice.</source>
        <translation>Den Namen „%1“ gibt es zweimal.</translation>
    </message>
</context>
<context>
    <name>inbox::ui::NewConversationWindow</name>
    <message>
        <source>New conversation</source>
        <translation>Neue Konversation</translation>
    </message>
    <message>
        <source>No account can begin conversations</source>
        <translation>Kein Konto kann Konversationen beginnen</translation>
    </message>
    <message>
        <source>Connect an account whose system can do that, or enter its token.</source>
        <translation>Verbinden Sie ein Konto, dessen System das kann, oder geben Sie sein Token ein.</translation>
    </message>
    <message>
        <source>Accounts</source>
        <translation>Konten</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>Nachricht</translation>
    </message>
    <message>
        <source>Recipients</source>
        <translation>Empfänger</translation>
    </message>
    <message>
        <source>Values</source>
        <translation>Werte</translation>
    </message>
    <message>
        <source>Previous recipient</source>
        <translation>Voriger Empfänger</translation>
    </message>
    <message>
        <source>Next recipient</source>
        <translation>Nächster Empfänger</translation>
    </message>
    <message>
        <source>What the customer sees</source>
        <translation>Was der Kunde sieht</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Verwerfen</translation>
    </message>
    <message>
        <source>Discard what was entered</source>
        <translation>Verwerfen, was eingegeben wurde</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>12 recipients, the price</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1…  Ctrl+Enter</source>
        <comment>a button, and its key</comment>
        <translation>%1&#xa0;…  Strg+Eingabe</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>Weiter</translation>
    </message>
    <message>
        <source>As an example, before there is a recipient</source>
        <translation>Als Beispiel, solange es keinen Empfänger gibt</translation>
    </message>
    <message>
        <source>%1 · %L2 of %L3</source>
        <comment>a recipient, and which it is</comment>
        <translation>%1 · %L2 von %L3</translation>
    </message>
    <message>
        <source>Nothing yet</source>
        <translation>Noch nichts</translation>
    </message>
    <message>
        <source>The conversation is only made. The customer sees nothing before somebody writes.</source>
        <translation>Die Konversation wird nur angelegt. Der Kunde sieht nichts, bevor jemand schreibt.</translation>
    </message>
    <message>
        <source>No template is chosen yet</source>
        <translation>Noch ist keine Vorlage gewählt</translation>
    </message>
    <message>
        <source>The template&apos;s text, with these values:</source>
        <translation>Der Text der Vorlage, mit diesen Werten:</translation>
    </message>
    <message>
        <source>The words of the template are only at the provider: its API does not tell them.</source>
        <translation>Die Worte der Vorlage liegen nur beim Anbieter: seine API verrät sie nicht.</translation>
    </message>
    <message>
        <source>Nothing was sent: this account cannot do it now.</source>
        <translation>Nichts wurde gesendet: dieses Konto kann es gerade nicht.</translation>
    </message>
    <message>
        <source>%1, price not known</source>
        <comment>12 recipients</comment>
        <translation>%1, Preis nicht bekannt</translation>
    </message>
</context>
<context>
    <name>inbox::ui::NoteCard</name>
    <message>
        <source>Edit note</source>
        <translation>Notiz bearbeiten</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Save note</source>
        <translation>Notiz speichern</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Notiz</translation>
    </message>
    <message>
        <source>No note.</source>
        <translation>Keine Notiz.</translation>
    </message>
    <message>
        <source>Changed %1</source>
        <translation>Geändert: %1</translation>
    </message>
    <message>
        <source>Saving…</source>
        <translation>Wird gespeichert&#xa0;…</translation>
    </message>
</context>
<context>
    <name>inbox::ui::NoteDialog</name>
    <message>
        <source>Save note</source>
        <translation>Notiz speichern</translation>
    </message>
    <message>
        <source>Write a note</source>
        <translation>Eine Notiz schreiben</translation>
    </message>
    <message>
        <source>Note about %1</source>
        <translation>Notiz zu %1</translation>
    </message>
    <message>
        <source>For your colleagues; the customer does not see it.</source>
        <translation>Für Ihr Team; die Kundschaft sieht sie nicht.</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Notiz</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
</context>
<context>
    <name>inbox::ui::NoticeBar</name>
    <message>
        <source>Dismiss</source>
        <translation>Ausblenden</translation>
    </message>
    <message>
        <source>Dismiss this notice</source>
        <translation>Diesen Hinweis ausblenden</translation>
    </message>
</context>
<context>
    <name>inbox::ui::Notices</name>
    <message>
        <source>Notices</source>
        <translation>Hinweise</translation>
    </message>
</context>
<context>
    <name>inbox::ui::NotificationsPage</name>
    <message>
        <source>Says only that something came: “New message”.</source>
        <translation>Sagt nur, dass etwas gekommen ist: „Neue Nachricht“.</translation>
    </message>
    <message>
        <source>Says who wrote, not what: “New message from Maria Keller”.</source>
        <translation>Sagt, wer geschrieben hat, nicht was: „Neue Nachricht von Maria Keller“.</translation>
    </message>
    <message>
        <source>Shows who wrote and the words, also where others can see the screen.</source>
        <translation>Zeigt, wer geschrieben hat und was, auch wenn andere auf den Bildschirm sehen können.</translation>
    </message>
    <message>
        <source>Notifications</source>
        <translation>Benachrichtigungen</translation>
    </message>
    <message>
        <source>New messages</source>
        <translation>Neue Nachrichten</translation>
    </message>
    <message>
        <source>When a customer writes in a conversation of mine.</source>
        <translation>Wenn ein Kunde in einer meiner Konversationen schreibt.</translation>
    </message>
    <message>
        <source>alert incoming customer</source>
        <comment>keywords of the search</comment>
        <translation>Hinweis Meldung eingehend Kunde</translation>
    </message>
    <message>
        <source>Windows about to close</source>
        <translation>Bald schließende Antwortfenster</translation>
    </message>
    <message>
        <source>When the time to answer a conversation of mine is nearly over.</source>
        <translation>Wenn die Zeit, in einer meiner Konversationen zu antworten, fast um ist.</translation>
    </message>
    <message>
        <source>alert reply window deadline expire 24 hours</source>
        <comment>keywords of the search</comment>
        <translation>Hinweis Meldung Antwortfenster Frist Ablauf 24 Stunden</translation>
    </message>
    <message>
        <source>Messages that were not sent</source>
        <translation>Nicht gesendete Nachrichten</translation>
    </message>
    <message>
        <source>When something I have sent did not go out.</source>
        <translation>Wenn etwas von mir nicht hinausgegangen ist.</translation>
    </message>
    <message>
        <source>alert failed error send</source>
        <comment>keywords of the search</comment>
        <translation>Hinweis Meldung fehlgeschlagen Fehler senden</translation>
    </message>
    <message>
        <source>What a notification shows</source>
        <translation>Was eine Benachrichtigung zeigt</translation>
    </message>
    <message>
        <source>privacy preview content name lock screen</source>
        <comment>keywords of the search</comment>
        <translation>Datenschutz Vorschau Inhalt Name Sperrbildschirm</translation>
    </message>
    <message>
        <source>No name, no words</source>
        <translation>Weder Namen noch Text</translation>
    </message>
    <message>
        <source>The name</source>
        <translation>Den Namen</translation>
    </message>
    <message>
        <source>The name and the words</source>
        <translation>Den Namen und den Text</translation>
    </message>
    <message>
        <source>do not disturb night evening silence time</source>
        <comment>keywords of the search</comment>
        <translation>nicht stören Nacht Abend Stille Zeit</translation>
    </message>
    <message>
        <source>Quiet hours</source>
        <translation>Ruhezeit</translation>
    </message>
    <message>
        <source>Nothing is announced in this time, every day.</source>
        <translation>In dieser Zeit wird nichts gemeldet, jeden Tag.</translation>
    </message>
    <message>
        <source>from</source>
        <comment>quiet hours from 20:00 until 8:00</comment>
        <translation>von</translation>
    </message>
    <message>
        <source>Quiet hours from</source>
        <translation>Ruhezeit von</translation>
    </message>
    <message>
        <source>until</source>
        <comment>quiet hours from 20:00 until 8:00</comment>
        <translation>bis</translation>
    </message>
    <message>
        <source>Quiet hours until</source>
        <translation>Ruhezeit bis</translation>
    </message>
    <message>
        <source>Time of the quiet hours</source>
        <translation>Dauer der Ruhezeit</translation>
    </message>
    <message>
        <source>Through the night, into the next day.</source>
        <translation>Durch die Nacht, bis zum nächsten Tag.</translation>
    </message>
    <message>
        <source>The whole day: nothing is ever announced.</source>
        <translation>Den ganzen Tag: Es wird nie etwas gemeldet.</translation>
    </message>
    <message>
        <source>Within the day.</source>
        <translation>Innerhalb eines Tages.</translation>
    </message>
    <message>
        <source>Mentions of me</source>
        <translation>Wenn ich erwähnt werde</translation>
    </message>
    <message>
        <source>When a colleague wants me to look at a conversation.</source>
        <translation>Wenn mich jemand aus dem Team bittet, mir eine Konversation anzusehen.</translation>
    </message>
    <message>
        <source>alert mention colleague team</source>
        <comment>keywords of the search</comment>
        <translation>Hinweis Erwähnung Kollegin Kollege Team</translation>
    </message>
</context>
<context>
    <name>inbox::ui::OpeningDialog</name>
    <message>
        <source>Recipients</source>
        <translation>Empfänger</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Fortsetzen</translation>
    </message>
    <message>
        <source>Stop for good</source>
        <translation>Endgültig abbrechen</translation>
    </message>
    <message>
        <source>It was sent</source>
        <translation>Es wurde gesendet</translation>
    </message>
    <message>
        <source>It was not sent</source>
        <translation>Es wurde nicht gesendet</translation>
    </message>
    <message>
        <source>Open the conversation</source>
        <translation>Konversation öffnen</translation>
    </message>
    <message>
        <source>Conversations begun</source>
        <translation>Begonnene Konversationen</translation>
    </message>
    <message>
        <source>Nobody is here.</source>
        <translation>Hier ist niemand.</translation>
    </message>
    <message>
        <source>Save as CSV…</source>
        <translation>Als CSV speichern&#xa0;…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Search the recipients</source>
        <translation>Empfänger durchsuchen</translation>
    </message>
    <message>
        <source>Name or number</source>
        <translation>Name oder Nummer</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Alle</translation>
    </message>
    <message>
        <source>%1  %L2</source>
        <comment>a filter, and how many it leaves</comment>
        <translation>%1  %L2</translation>
    </message>
    <message>
        <source>%1. %2</source>
        <comment>a recipient, and what became of the message</comment>
        <translation>%1. %2</translation>
    </message>
    <message>
        <source>Conversations begun</source>
        <comment>a file&apos;s name</comment>
        <translation>Begonnene Konversationen</translation>
    </message>
    <message>
        <source>Table (*.csv)</source>
        <translation>Tabelle (*.csv)</translation>
    </message>
</context>
<context>
    <name>inbox::ui::OpeningsPage</name>
    <message>
        <source>Begun</source>
        <translation>Begonnen</translation>
    </message>
    <message>
        <source>No conversation was begun from here</source>
        <translation>Von hier aus wurde keine Konversation begonnen</translation>
    </message>
    <message>
        <source>What you send to customers who did not write first stands here, with what became of it.</source>
        <translation>Hier steht, was Sie Kunden von sich aus senden, und was daraus wurde.</translation>
    </message>
    <message>
        <source>New conversations</source>
        <translation>Neue Konversationen</translation>
    </message>
    <message>
        <source>Show the recipients</source>
        <translation>Empfänger zeigen</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Fortsetzen</translation>
    </message>
    <message>
        <source>Stop for good</source>
        <translation>Endgültig abbrechen</translation>
    </message>
    <message>
        <source>Remove from this list</source>
        <translation>Aus dieser Liste nehmen</translation>
    </message>
</context>
<context>
    <name>inbox::ui::OtherRow</name>
    <message>
        <source>%1 · %2</source>
        <comment>a channel, then a status</comment>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>Open the conversation: %1, %2, %3</source>
        <comment>channel and status, time, last message</comment>
        <translation>Konversation öffnen: %1, %2, %3</translation>
    </message>
</context>
<context>
    <name>inbox::ui::OutboxPage</name>
    <message>
        <source>Outbox</source>
        <translation>Postausgang</translation>
    </message>
    <message>
        <source>Nothing waits</source>
        <translation>Nichts wartet</translation>
    </message>
    <message>
        <source>Everything you asked for has been done.</source>
        <translation>Alles, was Sie wollten, ist getan.</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>what it is, and its words</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>It was sent</source>
        <translation>Wurde gesendet</translation>
    </message>
    <message>
        <source>It was not sent</source>
        <translation>Wurde nicht gesendet</translation>
    </message>
    <message>
        <source>Send again</source>
        <translation>Noch einmal senden</translation>
    </message>
    <message>
        <source>Try now</source>
        <translation>Jetzt versuchen</translation>
    </message>
    <message>
        <source>Put back into the reply</source>
        <translation>Zurück in die Antwort</translation>
    </message>
    <message>
        <source>Do not send it</source>
        <translation>Nicht senden</translation>
    </message>
    <message>
        <source>Check again</source>
        <translation>Erneut prüfen</translation>
    </message>
</context>
<context>
    <name>inbox::ui::PickButton</name>
    <message>
        <source>%1: %2</source>
        <comment>a field and what is chosen in it</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Nothing is called that.</source>
        <translation>So heißt nichts.</translation>
    </message>
    <message>
        <source>There is nothing to choose.</source>
        <translation>Es gibt nichts zu wählen.</translation>
    </message>
</context>
<context>
    <name>inbox::ui::QuoteStrip</name>
    <message>
        <source>Do not quote</source>
        <translation>Nicht zitieren</translation>
    </message>
    <message>
        <source>Do not quote this message</source>
        <translation>Diese Nachricht nicht zitieren</translation>
    </message>
    <message>
        <source>Quoted message: %1</source>
        <translation>Zitierte Nachricht: %1</translation>
    </message>
    <message>
        <source>Quoted message by %1: %2</source>
        <translation>Zitierte Nachricht von %1: %2</translation>
    </message>
</context>
<context>
    <name>inbox::ui::ReactionPopup</name>
    <message>
        <source>React</source>
        <translation>Reagieren</translation>
    </message>
    <message>
        <source>Remove reaction</source>
        <translation>Reaktion entfernen</translation>
    </message>
    <message>
        <source>More emoji…</source>
        <translation>Weitere Emojis&#xa0;…</translation>
    </message>
</context>
<context>
    <name>inbox::ui::RecipientsPanel</name>
    <message>
        <source>Numbers without + belong to</source>
        <translation>Nummern ohne + gehören zu</translation>
    </message>
    <message>
        <source>Type a country…</source>
        <translation>Land eintippen&#xa0;…</translation>
    </message>
    <message>
        <source>Choose a file…</source>
        <translation>Datei wählen&#xa0;…</translation>
    </message>
    <message>
        <source>Recipients</source>
        <translation>Empfänger</translation>
    </message>
    <message>
        <source>No country</source>
        <translation>Kein Land</translation>
    </message>
    <message>
        <source>A table as a CSV file, from any spreadsheet or address book</source>
        <translation>Eine Tabelle als CSV-Datei, aus jeder Tabellenkalkulation und jedem Adressbuch</translation>
    </message>
    <message>
        <source>Show…</source>
        <translation>Zeigen&#xa0;…</translation>
    </message>
    <message>
        <source>Show the recipients</source>
        <translation>Empfänger zeigen</translation>
    </message>
    <message>
        <source>No country: international numbers only</source>
        <translation>Kein Land: nur internationale Nummern</translation>
    </message>
    <message>
        <source>Choose a file with recipients</source>
        <translation>Datei mit Empfängern wählen</translation>
    </message>
    <message>
        <source>Tables (*.csv *.tsv *.txt)</source>
        <translation>Tabellen (*.csv *.tsv *.txt)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Type or paste names and numbers:
Maria Keller &lt;+49 1511 2345678&gt;, Ben Adler 0171 2345678</source>
        <translation>Namen und Nummern eintippen oder einfügen:
Maria Keller &lt;+49 1511 2345678&gt;, Ben Adler 0171 2345678</translation>
    </message>
    <message>
        <source>Type or paste numbers, with or without names:
+49 1511 2345678, Maria Keller 0171 2345678</source>
        <translation>Nummern eintippen oder einfügen, mit oder ohne Namen:
+49 1511 2345678, Maria Keller 0171 2345678</translation>
    </message>
    <message>
        <source>Another file…</source>
        <translation>Andere Datei&#xa0;…</translation>
    </message>
    <message>
        <source>Reading… %L1 %</source>
        <translation>Wird gelesen&#xa0;… %L1 %</translation>
    </message>
    <message>
        <source>%1. %2</source>
        <comment>two sentences, one after the other</comment>
        <translation>%1. %2</translation>
    </message>
    <message>
        <source>%1…</source>
        <comment>a button that shows them</comment>
        <translation>%1&#xa0;…</translation>
    </message>
</context>
<context>
    <name>inbox::ui::RecordsPage</name>
    <message>
        <source>Open the conversation</source>
        <translation>Konversation öffnen</translation>
    </message>
</context>
<context>
    <name>inbox::ui::RecordsWindow</name>
    <message>
        <source>Pages</source>
        <translation>Seiten</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>%1  %L2</source>
        <comment>a page and a number</comment>
        <translation>%1  %L2</translation>
    </message>
</context>
<context>
    <name>inbox::ui::RenameDialog</name>
    <message>
        <source>Rename</source>
        <translation>Umbenennen</translation>
    </message>
    <message>
        <source>Rename the customer</source>
        <translation>Kundin oder Kunden umbenennen</translation>
    </message>
    <message>
        <source>Every colleague sees the new name. The customer does not.</source>
        <translation>Ihr ganzes Team sieht den neuen Namen. Die Kundin oder der Kunde sieht ihn nicht.</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
</context>
<context>
    <name>inbox::ui::RestartDialog</name>
    <message>
        <source>%1, %2</source>
        <comment>a name, then a phone number</comment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>Restart conversation</source>
        <translation>Konversation neu starten</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>To</source>
        <translation>An</translation>
    </message>
    <message>
        <source>Through</source>
        <translation>Über</translation>
    </message>
    <message>
        <source>Send another paid template all the same</source>
        <translation>Trotzdem eine weitere kostenpflichtige Vorlage senden</translation>
    </message>
    <message>
        <source>Restart conversation for about 11 cents</source>
        <translation>Konversation neu starten für etwa 11&#xa0;Cent</translation>
    </message>
</context>
<context>
    <name>inbox::ui::RowsDialog</name>
    <message>
        <source>Rows that are kept out</source>
        <translation>Zeilen, die außen vor bleiben</translation>
    </message>
    <message>
        <source>Recipients</source>
        <translation>Empfänger</translation>
    </message>
    <message>
        <source>written to %1</source>
        <comment>today at 14:02</comment>
        <translation>angeschrieben %1</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Save as CSV…</source>
        <translation>Als CSV speichern&#xa0;…</translation>
    </message>
    <message>
        <source>Nothing is sent to these. Mend them where they came from, or save them as a file.</source>
        <translation>An diese wird nichts gesendet. Bessern Sie sie an der Quelle aus, oder speichern Sie sie als Datei.</translation>
    </message>
    <message>
        <source>Rows kept out</source>
        <comment>a file&apos;s name</comment>
        <translation>Zeilen außen vor</translation>
    </message>
    <message>
        <source>Table (*.csv)</source>
        <translation>Tabelle (*.csv)</translation>
    </message>
    <message>
        <source>Row %1: %2</source>
        <comment>its number, what stands there</comment>
        <translation>Zeile %1: %2</translation>
    </message>
    <message>
        <source>wrote %1</source>
        <comment>today at 14:02</comment>
        <translation>hat %1 geschrieben</translation>
    </message>
</context>
<context>
    <name>inbox::ui::SelectableLabel</name>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Select all</source>
        <translation>Alles auswählen</translation>
    </message>
</context>
<context>
    <name>inbox::ui::SendingPage</name>
    <message>
        <source>Sending</source>
        <translation>Senden</translation>
    </message>
    <message>
        <source>Key that sends a reply</source>
        <translation>Taste, die eine Antwort sendet</translation>
    </message>
    <message>
        <source>return enter ctrl newline shortcut</source>
        <comment>keywords of the search</comment>
        <translation>Return Enter Eingabe Strg neue Zeile Tastenkürzel</translation>
    </message>
    <message>
        <source>Ctrl+Enter</source>
        <translation>Strg+Enter</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Enter</translation>
    </message>
    <message>
        <source>Forget</source>
        <translation>Vergessen</translation>
    </message>
    <message>
        <source>Recent emoji</source>
        <translation>Zuletzt benutzte Emojis</translation>
    </message>
    <message>
        <source>smiley reaction history clear</source>
        <comment>keywords of the search</comment>
        <translation>Smiley Reaktion Verlauf löschen</translation>
    </message>
    <message>
        <source>Forget the recent emoji</source>
        <translation>Zuletzt benutzte Emojis vergessen</translation>
    </message>
    <message>
        <source>None has been used yet.</source>
        <translation>Bisher wurde keines benutzt.</translation>
    </message>
    <message>
        <source>Offered first: %1</source>
        <translation>Zuerst angeboten: %1</translation>
    </message>
    <message>
        <source>If Enter sends, Shift+Enter begins a new line.</source>
        <translation>Wenn Enter sendet, beginnt Umschalt+Enter eine neue Zeile.</translation>
    </message>
    <message>
        <source>Country of numbers without +</source>
        <translation>Land der Nummern ohne +</translation>
    </message>
    <message>
        <source>Type a country…</source>
        <translation>Land eintippen…</translation>
    </message>
    <message>
        <source>Guess</source>
        <translation>Vermuten</translation>
    </message>
    <message>
        <source>No country</source>
        <translation>Kein Land</translation>
    </message>
    <message>
        <source>For recipients of new conversations. Guessed from your own numbers, else from your system.</source>
        <translation>Für Empfänger neuer Konversationen. Vermutet nach Ihren eigenen Nummern, sonst nach Ihrem System.</translation>
    </message>
    <message>
        <source>phone region default international</source>
        <comment>keywords of the search</comment>
        <translation>Telefon Vorwahl Region Standard international</translation>
    </message>
</context>
<context>
    <name>inbox::ui::SequenceHint</name>
    <message>
        <source>%1 …</source>
        <comment>keys pressed so far</comment>
        <translation>%1 …</translation>
    </message>
    <message>
        <source>%1  %2</source>
        <comment>key and what it does</comment>
        <translation>%1  %2</translation>
    </message>
</context>
<context>
    <name>inbox::ui::SettingRow</name>
    <message>
        <source>%1 (optional)</source>
        <comment>the label of a field</comment>
        <translation>%1 (optional)</translation>
    </message>
    <message>
        <source>Show what is entered</source>
        <translation>Eingabe anzeigen</translation>
    </message>
    <message>
        <source>This is needed.</source>
        <translation>Diese Angabe wird benötigt.</translation>
    </message>
    <message>
        <source>Enter a whole number.</source>
        <translation>Geben Sie eine ganze Zahl ein.</translation>
    </message>
    <message>
        <source>This is not a complete address. It begins with https://.</source>
        <translation>Das ist keine vollständige Adresse. Sie beginnt mit https://.</translation>
    </message>
</context>
<context>
    <name>inbox::ui::SettingsWindow</name>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Search settings</source>
        <translation>Einstellungen durchsuchen</translation>
    </message>
    <message>
        <source>Clear the search</source>
        <translation>Suche leeren</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>Seiten</translation>
    </message>
    <message>
        <source>Reset this page</source>
        <translation>Diese Seite zurücksetzen</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message numerus="yes">
        <source>%Ln settings found</source>
        <translation>
            <numerusform>%Ln Einstellung gefunden</numerusform>
            <numerusform>%Ln Einstellungen gefunden</numerusform>
        </translation>
    </message>
    <message>
        <source>No setting has to do with “%1”. Try another word, or look through the pages.</source>
        <translation>Keine Einstellung hat mit „%1“ zu tun. Ein anderes Wort hilft vielleicht, oder ein Blick in die Seiten.</translation>
    </message>
</context>
<context>
    <name>inbox::ui::ShortcutRecorder</name>
    <message>
        <source>Take it from there</source>
        <translation>Von dort übernehmen</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Press the new keys. Backspace removes, Esc cancels.</source>
        <translation>Neue Tasten drücken. Rücktaste entfernt, Esc bricht ab.</translation>
    </message>
    <message>
        <source>Press the keys. Esc cancels.</source>
        <translation>Tasten drücken. Esc bricht ab.</translation>
    </message>
    <message>
        <source>Keys for %1</source>
        <comment>a command</comment>
        <translation>Tasten für %1</translation>
    </message>
    <message>
        <source>%1 …</source>
        <comment>a key, another may follow</comment>
        <translation>%1 …</translation>
    </message>
</context>
<context>
    <name>inbox::ui::ShortcutRow</name>
    <message>
        <source>Add a key</source>
        <translation>Taste hinzufügen</translation>
    </message>
    <message>
        <source>Add a key for %1</source>
        <comment>a command</comment>
        <translation>Taste für %1 hinzufügen</translation>
    </message>
    <message>
        <source>Back to the original keys</source>
        <translation>Zurück zu den ursprünglichen Tasten</translation>
    </message>
    <message>
        <source>Back to the original keys of %1</source>
        <comment>a command</comment>
        <translation>Zurück zu den ursprünglichen Tasten von %1</translation>
    </message>
    <message>
        <source>This key stays.</source>
        <translation>Diese Taste bleibt.</translation>
    </message>
    <message>
        <source>Change or remove</source>
        <translation>Ändern oder entfernen</translation>
    </message>
    <message>
        <source>%1 for %2, stays</source>
        <comment>keys; a command</comment>
        <translation>%1 für %2, bleibt</translation>
    </message>
    <message>
        <source>%1 for %2. Change or remove</source>
        <comment>keys; a command</comment>
        <translation>%1 für %2. Ändern oder entfernen</translation>
    </message>
    <message>
        <source>Shortcuts, keyboard, keys</source>
        <comment>words that find every row</comment>
        <translation>Tastenkürzel, Tastatur, Tasten</translation>
    </message>
</context>
<context>
    <name>inbox::ui::ShortcutsPage</name>
    <message>
        <source>Reset all</source>
        <translation>Alle zurücksetzen</translation>
    </message>
    <message>
        <source>Import…</source>
        <translation>Importieren&#xa0;…</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Exportieren&#xa0;…</translation>
    </message>
    <message>
        <source>Read all keys from a file</source>
        <translation>Alle Tasten aus einer Datei lesen</translation>
    </message>
    <message>
        <source>Write all keys to a file that can be read and passed on</source>
        <translation>Alle Tasten in eine Datei schreiben, die lesbar ist und sich weitergeben lässt</translation>
    </message>
    <message>
        <source>Undo the reset</source>
        <translation>Doch nicht zurücksetzen</translation>
    </message>
    <message>
        <source>“%1” (%2)</source>
        <comment>a command and its keys</comment>
        <translation>„%1“ (%2)</translation>
    </message>
    <message>
        <source>%1 now belongs to “%2”.</source>
        <comment>keys; a command</comment>
        <translation>%1 gehört jetzt zu „%2“.</translation>
    </message>
    <message>
        <source>Export the keys</source>
        <translation>Tasten exportieren</translation>
    </message>
    <message>
        <source>Import keys</source>
        <translation>Tasten importieren</translation>
    </message>
    <message>
        <source>Keys (*.ini);;All files (*)</source>
        <translation>Tasten (*.ini);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>The file could not be read: %1. Your keys are as they were.</source>
        <comment>the reason</comment>
        <translation>Die Datei ließ sich nicht lesen: %1. Die Tasten sind, wie sie waren.</translation>
    </message>
    <message>
        <source>There are no keys in this file. Yours are as they were.</source>
        <translation>In dieser Datei stehen keine Tasten. Die bisherigen gelten weiter.</translation>
    </message>
    <message numerus="yes">
        <source>Read the keys of %Ln commands.</source>
        <translation>
            <numerusform>Die Tasten von %Ln Befehl gelesen.</numerusform>
            <numerusform>Die Tasten von %Ln Befehlen gelesen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>And %Ln more lines were left out.</source>
        <translation>
            <numerusform>Eine weitere Zeile blieb weg.</numerusform>
            <numerusform>%Ln weitere Zeilen blieben weg.</numerusform>
        </translation>
    </message>
    <message>
        <source>The file could not be written: %1.</source>
        <comment>the reason</comment>
        <translation>Die Datei ließ sich nicht schreiben: %1.</translation>
    </message>
    <message>
        <source>The keys are in “%1”.</source>
        <translation>Die Tasten stehen in „%1“.</translation>
    </message>
    <message>
        <source>%1 conflicts with %2.</source>
        <comment>keys; commands with their keys</comment>
        <translation>%1 stößt zusammen mit %2.</translation>
    </message>
</context>
<context>
    <name>inbox::ui::SnippetPopup</name>
    <message>
        <source>Snippets</source>
        <translation>Textbausteine</translation>
    </message>
    <message>
        <source>Type a part of a snippet…</source>
        <translation>Teil eines Textbausteins eintippen&#xa0;…</translation>
    </message>
    <message>
        <source>No snippet has these words.</source>
        <translation>Kein Textbaustein hat diese Wörter.</translation>
    </message>
    <message>
        <source>The account has no snippets.</source>
        <translation>Das Konto hat keine Textbausteine.</translation>
    </message>
</context>
<context>
    <name>inbox::ui::SnoozePopup</name>
    <message>
        <source>Usual times</source>
        <translation>Übliche Zeiten</translation>
    </message>
    <message>
        <source>Snooze until</source>
        <translation>Zurückstellen bis</translation>
    </message>
    <message>
        <source>Until when? “tomorrow 9”, “monday”, “2h”…</source>
        <translation>Bis wann? „morgen 9“, „montag“, „2h“…</translation>
    </message>
    <message>
        <source>Tomorrow morning</source>
        <translation>Morgen früh</translation>
    </message>
    <message>
        <source>In two hours</source>
        <translation>In zwei Stunden</translation>
    </message>
    <message>
        <source>Next Monday</source>
        <translation>Nächsten Montag</translation>
    </message>
    <message>
        <source>In a week</source>
        <translation>In einer Woche</translation>
    </message>
    <message>
        <source>Until %1</source>
        <translation>Bis %1</translation>
    </message>
    <message>
        <source>No time to come is understood by this.</source>
        <translation>Das ist kein verständlicher Zeitpunkt in der Zukunft.</translation>
    </message>
    <message>
        <source>Wake it now</source>
        <translation>Jetzt wecken</translation>
    </message>
</context>
<context>
    <name>inbox::ui::SoundPlayer</name>
    <message>
        <source>This computer cannot play it.</source>
        <translation>Dieser Computer kann es nicht abspielen.</translation>
    </message>
    <message>
        <source>This computer has no sound output.</source>
        <translation>Dieser Computer hat keine Tonausgabe.</translation>
    </message>
</context>
<context>
    <name>inbox::ui::SpokenConversations</name>
    <message>
        <source>Conversation</source>
        <translation>Konversation</translation>
    </message>
    <message>
        <source>Selected: %1</source>
        <comment>a row of the list</comment>
        <translation>Ausgewählt: %1</translation>
    </message>
</context>
<context>
    <name>inbox::ui::SpokenMessages</name>
    <message>
        <source>waiting to be sent</source>
        <translation>wartet auf Versand</translation>
    </message>
    <message>
        <source>checking whether it was sent</source>
        <translation>wird geprüft, ob sie gesendet wurde</translation>
    </message>
    <message>
        <source>not known whether it was sent</source>
        <translation>nicht bekannt, ob sie gesendet wurde</translation>
    </message>
    <message>
        <source>not sent</source>
        <translation>nicht gesendet</translation>
    </message>
    <message>
        <source>handed over</source>
        <translation>übergeben</translation>
    </message>
    <message>
        <source>sent</source>
        <translation>gesendet</translation>
    </message>
    <message>
        <source>delivered</source>
        <translation>zugestellt</translation>
    </message>
    <message>
        <source>read by the customer</source>
        <translation>vom Kunden gelesen</translation>
    </message>
    <message>
        <source>failed: %1</source>
        <translation>fehlgeschlagen: %1</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>fehlgeschlagen</translation>
    </message>
    <message>
        <source>Reading older messages…</source>
        <translation>Ältere Nachrichten werden gelesen&#xa0;…</translation>
    </message>
    <message>
        <source>Older messages</source>
        <translation>Ältere Nachrichten</translation>
    </message>
    <message>
        <source>Note, only visible to us: %1</source>
        <translation>Notiz, nur für uns sichtbar: %1</translation>
    </message>
    <message>
        <source>System: %1</source>
        <translation>System: %1</translation>
    </message>
    <message>
        <source>We</source>
        <translation>Wir</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>Kunde</translation>
    </message>
    <message>
        <source>%1, %2: %3</source>
        <comment>author, time: text</comment>
        <translation>%1, %2: %3</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>author: text</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>in answer to: %1</source>
        <translation>als Antwort auf: %1</translation>
    </message>
    <message>
        <source>customer reacted %1</source>
        <translation>Reaktion des Kunden: %1</translation>
    </message>
    <message>
        <source>we reacted %1</source>
        <translation>unsere Reaktion: %1</translation>
    </message>
    <message>
        <source>campaign %1</source>
        <translation>Kampagne %1</translation>
    </message>
</context>
<context>
    <name>inbox::ui::StatusPopup</name>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Hand to the bot</source>
        <translation>An den Bot übergeben</translation>
    </message>
</context>
<context>
    <name>inbox::ui::StoragePage</name>
    <message>
        <source>Storage</source>
        <translation>Speicher</translation>
    </message>
    <message>
        <source>Load pictures by themselves</source>
        <translation>Bilder von selbst laden</translation>
    </message>
    <message>
        <source>Otherwise a picture is loaded when you click it.</source>
        <translation>Sonst wird ein Bild erst beim Anklicken geladen.</translation>
    </message>
    <message>
        <source>images photos thumbnails download automatic</source>
        <comment>keywords of the search</comment>
        <translation>Fotos Vorschau Herunterladen automatisch</translation>
    </message>
    <message>
        <source>Largest file to load</source>
        <translation>Größte Datei, die geladen wird</translation>
    </message>
    <message>
        <source>Anything larger is refused.</source>
        <translation>Größere werden abgelehnt.</translation>
    </message>
    <message>
        <source>download limit size documents video</source>
        <comment>keywords of the search</comment>
        <translation>Herunterladen Grenze Größe Dokumente Video</translation>
    </message>
    <message>
        <source>Room for loaded files</source>
        <translation>Platz für geladene Dateien</translation>
    </message>
    <message>
        <source>When it is full, what was not looked at for longest goes first.</source>
        <translation>Ist er voll, geht zuerst, was am längsten nicht angesehen wurde.</translation>
    </message>
    <message>
        <source>cache disk space memory limit</source>
        <comment>keywords of the search</comment>
        <translation>Cache Festplatte Speicherplatz Grenze</translation>
    </message>
    <message>
        <source>Where the profile is</source>
        <translation>Ort des Profils</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Copy where the profile is</source>
        <translation>Ort des Profils kopieren</translation>
    </message>
    <message>
        <source>folder directory path disk backup data</source>
        <comment>keywords of the search</comment>
        <translation>Ordner Verzeichnis Pfad Sicherung Daten</translation>
    </message>
    <message>
        <source>Accounts and settings. Access tokens are not among them.</source>
        <translation>Konten und Einstellungen. Zugangs-Token sind nicht dabei.</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>Leeren</translation>
    </message>
    <message>
        <source>Room in use</source>
        <translation>Belegter Platz</translation>
    </message>
    <message>
        <source>space used cache delete wipe free disk</source>
        <comment>keywords of the search</comment>
        <translation>Speicherplatz Cache löschen leeren freigeben</translation>
    </message>
    <message>
        <source>Clear the loaded files</source>
        <translation>Geladene Dateien löschen</translation>
    </message>
    <message>
        <source>%1 of loaded pictures and files. What is cleared is loaded again when it is looked at.</source>
        <translation>%1 an geladenen Bildern und Dateien. Was geleert wird, lädt beim Ansehen neu.</translation>
    </message>
    <message>
        <source>1 month</source>
        <translation>1 Monat</translation>
    </message>
    <message>
        <source>3 months</source>
        <translation>3 Monate</translation>
    </message>
    <message>
        <source>6 months</source>
        <translation>6 Monate</translation>
    </message>
    <message>
        <source>1 year</source>
        <translation>1 Jahr</translation>
    </message>
    <message>
        <source>2 years</source>
        <translation>2 Jahre</translation>
    </message>
    <message>
        <source>5 years</source>
        <translation>5 Jahre</translation>
    </message>
    <message>
        <source>For ever</source>
        <translation>Für immer</translation>
    </message>
    <message>
        <source>Keep what was read for</source>
        <translation>Gelesenes aufheben</translation>
    </message>
    <message>
        <source>Conversations and messages that were read are on this computer, so that they are there at once and without a network. What is older is read from the server again.</source>
        <translation>Gelesene Unterhaltungen und Nachrichten liegen auf diesem Computer, damit sie sofort und ohne Netz da sind. Älteres wird wieder vom Server gelesen.</translation>
    </message>
    <message>
        <source>history retention offline days time delete</source>
        <comment>keywords of the search</comment>
        <translation>verlauf aufbewahrung offline tage dauer löschen frist</translation>
    </message>
    <message>
        <source>Room for each account</source>
        <translation>Platz für jedes Konto</translation>
    </message>
    <message>
        <source>When it is full, the oldest messages go first.</source>
        <translation>Wenn er voll ist, gehen die ältesten Nachrichten zuerst.</translation>
    </message>
    <message>
        <source>history disk space limit</source>
        <comment>keywords of the search</comment>
        <translation>verlauf festplatte platz grenze</translation>
    </message>
    <message>
        <source>Stored history of</source>
        <translation>Gespeicherter Verlauf von</translation>
    </message>
    <message>
        <source>Delete stored history…</source>
        <translation>Gespeicherten Verlauf löschen…</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Behalten</translation>
    </message>
    <message>
        <source>Stored history</source>
        <translation>Gespeicherter Verlauf</translation>
    </message>
    <message>
        <source>history space used delete wipe forget privacy disk</source>
        <comment>keywords of the search</comment>
        <translation>verlauf platz belegt löschen vergessen datenschutz festplatte</translation>
    </message>
    <message>
        <source>Delete the stored history of all accounts? Drafts and what waits to be sent stay. The server keeps what it has.</source>
        <translation>Den gespeicherten Verlauf aller Konten löschen? Entwürfe und was noch gesendet werden soll, bleiben. Der Server behält, was er hat.</translation>
    </message>
    <message>
        <source>Delete the stored history of %1? Drafts and what waits to be sent stay. The server keeps what it has.</source>
        <translation>Den gespeicherten Verlauf von %1 löschen? Entwürfe und was noch gesendet werden soll, bleiben. Der Server behält, was er hat.</translation>
    </message>
    <message>
        <source>%1 on this computer.</source>
        <translation>%1 auf diesem Computer.</translation>
    </message>
    <message>
        <source>All accounts</source>
        <translation>Alle Konten</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>an account and the room it takes</comment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>Show customers&apos; photos</source>
        <translation>Fotos von Kunden zeigen</translation>
    </message>
    <message>
        <source>They are loaded from where the customer&apos;s channel keeps them, and whoever runs that place can see that somebody looked. Otherwise their initials are shown.</source>
        <translation>Sie werden von dort geladen, wo der Kanal des Kunden sie aufbewahrt, und wer diesen Ort betreibt, kann sehen, dass jemand hingesehen hat. Sonst stehen dort die Anfangsbuchstaben.</translation>
    </message>
    <message>
        <source>avatar face portrait picture privacy download</source>
        <comment>keywords of the search</comment>
        <translation>avatar gesicht porträt bild foto privatsphäre datenschutz herunterladen</translation>
    </message>
</context>
<context>
    <name>inbox::ui::TagsPopup</name>
    <message>
        <source>Tags</source>
        <translation>Tags</translation>
    </message>
    <message>
        <source>Type a tag…</source>
        <translation>Tag eingeben…</translation>
    </message>
    <message>
        <source>No tag has this name.</source>
        <translation>Kein Tag heißt so.</translation>
    </message>
    <message>
        <source>The account has no tags.</source>
        <translation>Das Konto hat keine Tags.</translation>
    </message>
</context>
<context>
    <name>inbox::ui::TeamPopup</name>
    <message>
        <source>Assign to a team</source>
        <translation>Einem Team zuweisen</translation>
    </message>
    <message>
        <source>Type a team…</source>
        <translation>Team eingeben…</translation>
    </message>
    <message>
        <source>No team has this name.</source>
        <translation>Kein Team heißt so.</translation>
    </message>
    <message>
        <source>The account has no teams.</source>
        <translation>Das Konto hat keine Teams.</translation>
    </message>
</context>
<context>
    <name>inbox::ui::ThreadHeader</name>
    <message>
        <source>More about this conversation</source>
        <translation>Mehr zu dieser Konversation</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Mehr</translation>
    </message>
    <message>
        <source>Status: %1, not confirmed yet</source>
        <translation>Status: %1, noch nicht bestätigt</translation>
    </message>
    <message>
        <source>Status: %1</source>
        <translation>Status: %1</translation>
    </message>
    <message>
        <source>Not confirmed by the server yet</source>
        <translation>Vom Server noch nicht bestätigt</translation>
    </message>
    <message>
        <source>Change the status</source>
        <translation>Status ändern</translation>
    </message>
    <message>
        <source>Assignee: %1, not confirmed yet</source>
        <translation>Zuständig: %1, noch nicht bestätigt</translation>
    </message>
    <message>
        <source>Assignee: %1</source>
        <translation>Zuständig: %1</translation>
    </message>
    <message>
        <source>Assign to somebody (%1)</source>
        <translation>Jemandem zuweisen (%1)</translation>
    </message>
</context>
<context>
    <name>inbox::ui::ThreadPane</name>
    <message>
        <source>The messages could not be read</source>
        <translation>Die Nachrichten konnten nicht gelesen werden</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>This conversation is gone</source>
        <translation>Diese Konversation gibt es nicht mehr</translation>
    </message>
    <message>
        <source>The server does not show it any more.</source>
        <translation>Der Server zeigt sie nicht mehr an.</translation>
    </message>
    <message>
        <source>No conversation is open</source>
        <translation>Keine Konversation ist geöffnet</translation>
    </message>
    <message>
        <source>Choose one from the list, or press %1 for the next. %2 shows all keys.</source>
        <translation>Wählen Sie eine aus der Liste oder drücken Sie %1 für die nächste. %2 zeigt alle Tasten.</translation>
    </message>
    <message>
        <source>You have blocked this customer: their messages do not arrive.</source>
        <translation>Sie haben diesen Kunden blockiert: Seine Nachrichten kommen nicht an.</translation>
    </message>
    <message>
        <source>You are peeking: nothing is marked as read. %1 ends it.</source>
        <translation>Sie sehen nur an: Nichts wird als gelesen markiert. %1 beendet das.</translation>
    </message>
    <message>
        <source>The messages may be out of date. %1</source>
        <translation>Die Nachrichten sind möglicherweise nicht aktuell. %1</translation>
    </message>
</context>
<context>
    <name>inbox::ui::ThreadView</name>
    <message>
        <source>Messages</source>
        <translation>Nachrichten</translation>
    </message>
    <message numerus="yes">
        <source>%Ln new ↓</source>
        <comment>messages below</comment>
        <translation>
            <numerusform>%Ln neue ↓</numerusform>
            <numerusform>%Ln neue ↓</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln new messages: go to the newest</source>
        <translation>
            <numerusform>%Ln neue Nachricht: zur neuesten gehen</numerusform>
            <numerusform>%Ln neue Nachrichten: zur neuesten gehen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>inbox::ui::TopBar</name>
    <message>
        <source>Back to the conversations</source>
        <translation>Zurück zu den Konversationen</translation>
    </message>
    <message>
        <source>Search conversations</source>
        <translation>Konversationen durchsuchen</translation>
    </message>
    <message>
        <source>Clear the search</source>
        <translation>Suche leeren</translation>
    </message>
    <message>
        <source>Search  %1</source>
        <comment>%1 is the key</comment>
        <translation>Suchen  %1</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Suchen</translation>
    </message>
    <message>
        <source>Commands  %1</source>
        <comment>%1 is the key</comment>
        <translation>Befehle  %1</translation>
    </message>
    <message>
        <source>Find and run any command</source>
        <translation>Jeden Befehl finden und ausführen</translation>
    </message>
    <message>
        <source>Mine</source>
        <translation>Meine</translation>
    </message>
    <message>
        <source>Unassigned</source>
        <translation>Nicht zugewiesen</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Alle</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Erledigt</translation>
    </message>
    <message>
        <source>Snoozed</source>
        <translation>Zurückgestellt</translation>
    </message>
    <message>
        <source>%1  %L2</source>
        <comment>view and number of conversations</comment>
        <translation>%1  %L2</translation>
    </message>
    <message numerus="yes">
        <source>View: %1, %Ln conversations</source>
        <translation>
            <numerusform>Ansicht: %1, %Ln Konversation</numerusform>
            <numerusform>Ansicht: %1, %Ln Konversationen</numerusform>
        </translation>
    </message>
    <message>
        <source>Choose what the list shows</source>
        <translation>Auswählen, was die Liste zeigt</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>Wird gelesen&#xa0;…</translation>
    </message>
    <message>
        <source>Not connected</source>
        <translation>Nicht verbunden</translation>
    </message>
    <message>
        <source>Sign in again</source>
        <translation>Neu anmelden</translation>
    </message>
    <message>
        <source>Last read: %1</source>
        <translation>Zuletzt gelesen: %1</translation>
    </message>
    <message>
        <source>Next attempt in %1</source>
        <translation>Nächster Versuch in %1</translation>
    </message>
    <message>
        <source>Press %1 to read everything now.</source>
        <translation>%1 drücken, um jetzt alles zu lesen.</translation>
    </message>
    <message>
        <source>Up to date. Sync now</source>
        <translation>Aktuell. Jetzt synchronisieren</translation>
    </message>
    <message>
        <source>%1. Sync now</source>
        <translation>%1. Jetzt synchronisieren</translation>
    </message>
    <message>
        <source>Me</source>
        <translation>Ich</translation>
    </message>
    <message>
        <source>You and your accounts</source>
        <translation>Sie und Ihre Konten</translation>
    </message>
    <message>
        <source>You are %1. Accounts and theme</source>
        <translation>Sie sind %1. Konten und Design</translation>
    </message>
    <message>
        <source>Who am I, accounts, theme</source>
        <translation>Wer bin ich, Konten, Design</translation>
    </message>
    <message>
        <source>You answer as %1</source>
        <translation>Sie antworten als %1</translation>
    </message>
    <message>
        <source>Closing next</source>
        <translation>Schließt als Nächstes</translation>
    </message>
    <message>
        <source>%1. Press %2 to see it.</source>
        <comment>what waits, and a key</comment>
        <translation>%1. Mit %2 ansehen.</translation>
    </message>
    <message>
        <source>Views of %1</source>
        <translation>Ansichten von %1</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>an account, and how colleagues see you there</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <comment>you, and how colleagues see you</comment>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>who you are, and how colleagues see you</comment>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>Mentions of you</source>
        <translation>Wo Sie erwähnt sind</translation>
    </message>
</context>
<context>
    <name>inbox::ui::VariablesPanel</name>
    <message numerus="yes">
        <source>%Ln recipients have no value.</source>
        <translation>
            <numerusform>%Ln Empfänger hat keinen Wert.</numerusform>
            <numerusform>%Ln Empfänger haben keinen Wert.</numerusform>
        </translation>
    </message>
    <message>
        <source>This is needed.</source>
        <translation>Das wird gebraucht.</translation>
    </message>
    <message>
        <source>Everybody has a value of their own, from the file.</source>
        <translation>Jeder hat einen eigenen Wert, aus der Datei.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln recipients have a value of their own, from the file.</source>
        <translation>
            <numerusform>%Ln Empfänger hat einen eigenen Wert, aus der Datei.</numerusform>
            <numerusform>%Ln Empfänger haben einen eigenen Wert, aus der Datei.</numerusform>
        </translation>
    </message>
    <message>
        <source>for example %1</source>
        <translation>zum Beispiel %1</translation>
    </message>
    <message>
        <source>Remove “%1”</source>
        <translation>„%1“ entfernen</translation>
    </message>
    <message>
        <source>Name of another variable</source>
        <translation>Name einer weiteren Variablen</translation>
    </message>
    <message>
        <source>Name of a variable in the template</source>
        <translation>Name einer Variablen der Vorlage</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Hinzufügen</translation>
    </message>
</context>
<context>
    <name>inbox::ui::WelcomePage</name>
    <message>
        <source>Answer your customers in one place</source>
        <translation>Antworten Sie Ihren Kunden an einem Ort</translation>
    </message>
    <message>
        <source>Agent Inbox shows the conversations of your WhatsApp numbers and web chats, how long you may still answer each of them, and who takes care of it.</source>
        <translation>Agent Inbox zeigt die Konversationen Ihrer WhatsApp-Nummern und Website-Chats, wie lange Sie noch antworten können und wer sich darum kümmert.</translation>
    </message>
    <message>
        <source>Sixty invented conversations on this computer. Nothing you do there reaches anybody.</source>
        <translation>Sechzig erfundene Konversationen auf diesem Rechner. Nichts, was Sie dort tun, erreicht jemanden.</translation>
    </message>
    <message>
        <source>You need the address of your server and an access token.</source>
        <translation>Sie brauchen die Adresse Ihres Servers und ein Zugriffstoken.</translation>
    </message>
</context>
<context>
    <name>inbox::ui::WhoAmIDialog</name>
    <message>
        <source>Who are you?</source>
        <translation>Wer sind Sie?</translation>
    </message>
    <message>
        <source>Type your name…</source>
        <translation>Ihren Namen eingeben&#xa0;…</translation>
    </message>
    <message>
        <source>This is me</source>
        <translation>Das bin ich</translation>
    </message>
    <message>
        <source>Who are you in %1?</source>
        <translation>Wer sind Sie in %1?</translation>
    </message>
    <message>
        <source>The server does not say whom this account&apos;s token belongs to. Your choice decides what “Mine” shows and what “Assign to me” does. You can change it at any time.</source>
        <translation>Der Server verrät nicht, wem das Token dieses Kontos gehört. Ihre Auswahl bestimmt, was „Meine“ zeigt und was „Mir zuweisen“ tut. Sie können sie jederzeit ändern.</translation>
    </message>
    <message>
        <source>Nobody known has this name. People appear here once they have been seen in a conversation.</source>
        <translation>Niemand Bekanntes heißt so. Personen erscheinen hier, sobald sie in einer Konversation vorkamen.</translation>
    </message>
    <message>
        <source>Nobody is known yet. People appear here once they have been seen in a conversation.</source>
        <translation>Noch ist niemand bekannt. Personen erscheinen hier, sobald sie in einer Konversation vorkamen.</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>Nicht jetzt</translation>
    </message>
</context>
<context>
    <name>inbox::ui::WindowMeter</name>
    <message>
        <source>Reply window</source>
        <translation>Antwortfenster</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Offen</translation>
    </message>
</context>
</TS>
