using ContactCenter.Core.Texts;

namespace ContactCenter.Core.Settings;

/// <summary>Something that is wrong with a setting or an act.</summary>
/// <param name="Field">The member, as JSON names it; empty: the whole.</param>
/// <param name="Found">What was found.</param>
/// <param name="Expected">What would be right.</param>
public sealed record SettingProblem(string Field, string Found, string Expected)
{
    /// <summary>As people read it.</summary>
    public override string ToString() => Field.Length == 0
        ? Replies.SettingProblemOfAll(Found, Expected)
        : Replies.SettingProblem(Field, Found, Expected);
}

/// <summary>What became of an act.</summary>
public abstract record SettingOutcome;

/// <summary>It is stored.</summary>
/// <param name="Act">What was done.</param>
public sealed record SettingSaved(SettingAct Act) : SettingOutcome;

/// <summary>It is refused, and nothing has changed.</summary>
/// <param name="Problems">Why, all of it.</param>
public sealed record SettingRefused(IReadOnlyList<SettingProblem> Problems) : SettingOutcome;

/// <summary>There is no such setting, or no such act.</summary>
/// <param name="Id">What was asked for.</param>
public sealed record SettingMissing(string Id) : SettingOutcome;

/// <summary>Somebody else has changed it meanwhile.</summary>
/// <param name="Current">As it is now; null: it is ended.</param>
public sealed record SettingOutdated(Setting? Current) : SettingOutcome;
