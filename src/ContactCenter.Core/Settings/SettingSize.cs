using System.Collections.Immutable;

namespace ContactCenter.Core.Settings;

/// <summary>How much settings say.</summary>
internal static class SettingSize
{
    /// <summary>What one takes beside its words: the names of its members, times and numbers.</summary>
    private const int OfMembers = 250;

    /// <summary>Their characters, as they are stored.</summary>
    public static int Of(ImmutableArray<Setting> settings) => settings.Sum(static setting =>
        OfMembers + setting.Author.Length + setting.Reason.Length + setting.Subject.Length
            + (setting is EmergencyAnnouncement { Texts: var texts } ? texts.Values.Sum(static text => text.Length) : 0));
}
