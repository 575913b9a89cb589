<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US" sourcelanguage="en_US">
<context>
    <name>NotificationWords</name>
    <message numerus="yes">
        <source>%n new message(s)</source>
        <translation>
            <numerusform>%n new message</numerusform>
            <numerusform>%n new messages</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>New messages in %n conversation(s)</source>
        <translation>
            <numerusform>New messages in %n conversation</numerusform>
            <numerusform>New messages in %n conversations</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n reply window(s) close soon</source>
        <translation>
            <numerusform>%n reply window closes soon</numerusform>
            <numerusform>%n reply windows close soon</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n message(s) not sent</source>
        <translation>
            <numerusform>%n message not sent</numerusform>
            <numerusform>%n messages not sent</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>%n more</numerusform>
            <numerusform>%n more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n unread conversation(s) of yours</source>
        <translation>
            <numerusform>%n unread conversation of yours</numerusform>
            <numerusform>%n unread conversations of yours</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n held reply(s) can be sent</source>
        <translation>
            <numerusform>%n held reply can be sent</numerusform>
            <numerusform>%n held replies can be sent</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>You were mentioned in %n conversation(s)</source>
        <translation>
            <numerusform>You were mentioned in %n conversation</numerusform>
            <numerusform>You were mentioned in %n conversations</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>OpeningWords</name>
    <message numerus="yes">
        <source>%Ln recipients</source>
        <translation>
            <numerusform>%Ln recipient</numerusform>
            <numerusform>%Ln recipients</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln came more than once and count as one.</source>
        <translation>
            <numerusform>%Ln came twice and counts as one.</numerusform>
            <numerusform>%Ln came more than once and count as one.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln rows are kept out</source>
        <translation>
            <numerusform>%Ln row is kept out</numerusform>
            <numerusform>%Ln rows are kept out</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln of them were written to in the last 24 hours.</source>
        <translation>
            <numerusform>%Ln of them was written to in the last 24 hours.</numerusform>
            <numerusform>%Ln of them were written to in the last 24 hours.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Send %Ln messages</source>
        <translation>
            <numerusform>Send %Ln message</numerusform>
            <numerusform>Send %Ln messages</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Open %Ln conversations</source>
        <translation>
            <numerusform>Open %Ln conversation</numerusform>
            <numerusform>Open %Ln conversations</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Send %Ln messages now?</source>
        <translation>
            <numerusform>Send %Ln message now?</numerusform>
            <numerusform>Send %Ln messages now?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Open %Ln conversations now?</source>
        <translation>
            <numerusform>Open %Ln conversation now?</numerusform>
            <numerusform>Open %Ln conversations now?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln sent</source>
        <translation>
            <numerusform>%Ln sent</numerusform>
            <numerusform>%Ln sent</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln unknown</source>
        <translation>
            <numerusform>%Ln unknown</numerusform>
            <numerusform>%Ln unknown</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln not sent</source>
        <translation>
            <numerusform>%Ln not sent</numerusform>
            <numerusform>%Ln not sent</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln waiting</source>
        <translation>
            <numerusform>%Ln waiting</numerusform>
            <numerusform>%Ln waiting</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln left out</source>
        <translation>
            <numerusform>%Ln left out</numerusform>
            <numerusform>%Ln left out</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln of them wrote to you in the last 24 hours: they can be answered in their conversation, without a template.</source>
        <translation>
            <numerusform>%Ln of them wrote to you in the last 24 hours: they can be answered in their conversation, without a template.</numerusform>
            <numerusform>%Ln of them wrote to you in the last 24 hours: they can be answered in their conversation, without a template.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RecordWords</name>
    <message numerus="yes">
        <source>Outbox: %Ln waiting</source>
        <translation>
            <numerusform>Outbox: %Ln waiting</numerusform>
            <numerusform>Outbox: %Ln waiting</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 without %Ln whose price is not known</source>
        <comment>about 0.33 €; messages</comment>
        <translation>
            <numerusform>%1 without %Ln whose price is not known</numerusform>
            <numerusform>%1 without %Ln whose price is not known</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln messages, %1</source>
        <translation>
            <numerusform>%Ln message, %1</numerusform>
            <numerusform>%Ln messages, %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln perhaps sent, %1</source>
        <translation>
            <numerusform>%Ln perhaps sent, %1</numerusform>
            <numerusform>%Ln perhaps sent, %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Words</name>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n day</numerusform>
            <numerusform>%n days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hour(s)</source>
        <translation>
            <numerusform>%n hour</numerusform>
            <numerusform>%n hours</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s)</source>
        <translation>
            <numerusform>%n minute</numerusform>
            <numerusform>%n minutes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n new</source>
        <comment>messages since reading stopped</comment>
        <translation>
            <numerusform>%n new</numerusform>
            <numerusform>%n new</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n unread</source>
        <translation>
            <numerusform>%n unread</numerusform>
            <numerusform>%n unread</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n new messages have arrived.</source>
        <translation>
            <numerusform>%n new message has arrived.</numerusform>
            <numerusform>%n new messages have arrived.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The bot has answered %n times: see the thread.</source>
        <translation>
            <numerusform>The bot has answered once: see the thread.</numerusform>
            <numerusform>The bot has answered %n times: see the thread.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) attached, not to be read here</source>
        <translation>
            <numerusform>%n file attached, not to be read here</numerusform>
            <numerusform>%n files attached, not to be read here</numerusform>
        </translation>
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
and %Ln more</numerusform>
            <numerusform>%1
and %Ln more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Yes, to all %Ln</source>
        <translation>
            <numerusform>Yes, to %Ln</numerusform>
            <numerusform>Yes, to all %Ln</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>inbox::ui::ConversationPane</name>
    <message numerus="yes">
        <source>%Ln windows close soon · %1</source>
        <comment>reply windows; %1 is a key</comment>
        <translation>
            <numerusform>%Ln window closes soon · %1</numerusform>
            <numerusform>%Ln windows close soon · %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln changes · press %1</source>
        <comment>rows of the list; %1 is a key</comment>
        <translation>
            <numerusform>%Ln change · press %1</numerusform>
            <numerusform>%Ln changes · press %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln of %1 selected</source>
        <comment>conversations</comment>
        <translation>
            <numerusform>%Ln of %1 selected</numerusform>
            <numerusform>%Ln of %1 selected</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>inbox::ui::DraftsPage</name>
    <message numerus="yes">
        <source>What you type and do not send stands here, and for %Ln days what you discard.</source>
        <translation>
            <numerusform>What you type and do not send stands here, and for %Ln day what you discard.</numerusform>
            <numerusform>What you type and do not send stands here, and for %Ln days what you discard.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>inbox::ui::MainWindow</name>
    <message numerus="yes">
        <source>%Ln conversations changed. %1 takes it back.</source>
        <comment>%1 is a key</comment>
        <translation>
            <numerusform>%Ln conversation changed. %1 takes it back.</numerusform>
            <numerusform>%Ln conversations changed. %1 takes it back.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln conversations changed.</source>
        <translation>
            <numerusform>%Ln conversation changed.</numerusform>
            <numerusform>%Ln conversations changed.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln conversations changed again.</source>
        <translation>
            <numerusform>%Ln conversation changed again.</numerusform>
            <numerusform>%Ln conversations changed again.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln conversations are as they were.</source>
        <translation>
            <numerusform>%Ln conversation is as it was.</numerusform>
            <numerusform>%Ln conversations are as they were.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln of the selected conversations could not be changed. %1</source>
        <comment>%1: why</comment>
        <translation>
            <numerusform>%Ln of the selected conversations could not be changed. %1</numerusform>
            <numerusform>%Ln of the selected conversations could not be changed. %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln conversations changed. %1 takes back %2 of them.</source>
        <comment>%1 is a key</comment>
        <translation>
            <numerusform>%Ln conversation changed. %1 takes back %2 of them.</numerusform>
            <numerusform>%Ln conversations changed. %1 takes back %2 of them.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>inbox::ui::SettingsWindow</name>
    <message numerus="yes">
        <source>%Ln settings found</source>
        <translation>
            <numerusform>%Ln setting found</numerusform>
            <numerusform>%Ln settings found</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>inbox::ui::ShortcutsPage</name>
    <message numerus="yes">
        <source>Read the keys of %Ln commands.</source>
        <translation>
            <numerusform>Read the keys of %Ln command.</numerusform>
            <numerusform>Read the keys of %Ln commands.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>And %Ln more lines were left out.</source>
        <translation>
            <numerusform>And one more line was left out.</numerusform>
            <numerusform>And %Ln more lines were left out.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>inbox::ui::ThreadView</name>
    <message numerus="yes">
        <source>%Ln new ↓</source>
        <comment>messages below</comment>
        <translation>
            <numerusform>%Ln new ↓</numerusform>
            <numerusform>%Ln new ↓</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln new messages: go to the newest</source>
        <translation>
            <numerusform>%Ln new message: go to the newest</numerusform>
            <numerusform>%Ln new messages: go to the newest</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>inbox::ui::TopBar</name>
    <message numerus="yes">
        <source>View: %1, %Ln conversations</source>
        <translation>
            <numerusform>View: %1, %Ln conversation</numerusform>
            <numerusform>View: %1, %Ln conversations</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>inbox::ui::VariablesPanel</name>
    <message numerus="yes">
        <source>%Ln recipients have no value.</source>
        <translation>
            <numerusform>%Ln recipient has no value.</numerusform>
            <numerusform>%Ln recipients have no value.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln recipients have a value of their own, from the file.</source>
        <translation>
            <numerusform>%Ln recipient has a value of their own, from the file.</numerusform>
            <numerusform>%Ln recipients have a value of their own, from the file.</numerusform>
        </translation>
    </message>
</context>
</TS>
