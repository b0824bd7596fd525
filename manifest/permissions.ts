type Mode = 'Application' | 'Delegated';

/**
 * The resource-specific permissions that Teams knows, by how each may be asked for. From Microsoft's
 * "Resource-specific consent for your Teams app" of 20 February 2025: a name that came later has to
 * be added here before it can be packaged.
 */
const application = [
  'Calls.AccessMedia.Chat',
  'Calls.JoinGroupCalls.Chat',
  'Channel.Create.Group',
  'Channel.Delete.Group',
  'ChannelMeeting.ReadBasic.Group',
  'ChannelMeetingNotification.Send.Group',
  'ChannelMeetingParticipant.Read.Group',
  'ChannelMeetingRecording.Read.Group',
  'ChannelMeetingTranscript.Read.Group',
  'ChannelMessage.Read.Group',
  'ChannelMessage.Send.Group',
  'ChannelSettings.Read.Group',
  'ChannelSettings.ReadWrite.Group',
  'Chat.Manage.Chat',
  'ChatMember.Read.Chat',
  'ChatMessage.Read.Chat',
  'ChatMessageReadReceipt.Read.Chat',
  'ChatSettings.Read.Chat',
  'ChatSettings.ReadWrite.Chat',
  'OnlineMeeting.ReadBasic.Chat',
  'OnlineMeetingNotification.Send.Chat',
  'OnlineMeetingParticipant.Read.Chat',
  'OnlineMeetingRecording.Read.Chat',
  'OnlineMeetingTranscript.Read.Chat',
  'TeamMember.Read.Group',
  'TeamSettings.Read.Group',
  'TeamSettings.ReadWrite.Group',
  'TeamsActivity.Send.Chat',
  'TeamsActivity.Send.Group',
  'TeamsActivity.Send.User',
  'TeamsAppInstallation.Read.Chat',
  'TeamsAppInstallation.Read.Group',
  'TeamsAppInstallation.Read.User',
  'TeamsTab.Create.Chat',
  'TeamsTab.Create.Group',
  'TeamsTab.Delete.Chat',
  'TeamsTab.Delete.Group',
  'TeamsTab.Read.Chat',
  'TeamsTab.Read.Group',
  'TeamsTab.ReadWrite.Chat',
  'TeamsTab.ReadWrite.Group',
];

const delegated = [
  'CameraStream.Read.User',
  'ChannelMeetingActiveSpeaker.Read.Group',
  'ChannelMeetingAudioVideo.Stream.Group',
  'ChannelMeetingIncomingAudio.Detect.Group',
  'ChannelMeetingStage.Write.Group',
  'InAppPurchase.Allow.Chat',
  'InAppPurchase.Allow.Group',
  'InAppPurchase.Allow.User',
  'LiveShareSession.ReadWrite.Chat',
  'LiveShareSession.ReadWrite.Group',
  'MeetingParticipantReaction.Read.Chat',
  'MeetingParticipantReaction.Read.Group',
  'MeetingParticipantReaction.Read.User',
  'MeetingStage.Write.Chat',
  'MicrophoneStream.Read.User',
  'OnlineMeetingActiveSpeaker.Read.Chat',
  'OnlineMeetingAudioVideo.Stream.Chat',
  'OnlineMeetingIncomingAudio.Detect.Chat',
  'OnlineMeetingParticipant.Read.Chat',
  'OnlineMeetingParticipant.ToggleIncomingAudio.Chat',
  'OutgoingVideoStream.Write.User',
];

const known: Readonly<Record<Mode, ReadonlySet<string>>> = {
  Application: new Set(application),
  Delegated: new Set(delegated),
};

export type PermissionVerdict = 'known' | 'no-such-permission' | 'not-in-this-mode';

export function judgePermission({ name, type }: { name: string; type: Mode }): PermissionVerdict {
  if (known[type].has(name)) return 'known';
  const elsewhere = known.Application.has(name) || known.Delegated.has(name);
  return elsewhere ? 'not-in-this-mode' : 'no-such-permission';
}
