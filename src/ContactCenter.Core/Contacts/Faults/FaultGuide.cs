using System.Text.Json;
using ContactCenter.Core.Incidents.Reporting;
using ContactCenter.Core.Texts;

namespace ContactCenter.Core.Contacts.Faults;

/// <summary>What agents read in the guide in which they report what is wrong.</summary>
/// <param name="words">In which language.</param>
public sealed class FaultGuide(Translation words)
{
    /// <summary>What customers complain about is asked for.</summary>
    public static string Complaint { get; } = IdOf(ReportKind.CustomersComplain);

    /// <summary>Asks what is wrong.</summary>
    public string What => words.Of(Sentences.FaultWhat);

    /// <summary>What can be wrong, by what the hook is told.</summary>
    public IEnumerable<(string Id, string Label)> Kinds =>
        Enum.GetValues<ReportKind>()
            .Where(static kind => kind != ReportKind.Other)
            .Select(kind => (IdOf(kind), Capital(words.Of(ReportDesk.Symptom(kind)))));

    /// <summary>Asks for the queue.</summary>
    public string Where => words.Of(Sentences.FaultWhere);

    /// <summary>No queue of its own.</summary>
    public string Everywhere => words.Of(Sentences.FaultEverywhere);

    /// <summary>Asks what customers complain about.</summary>
    public string About => words.Of(Sentences.FaultComplaint);

    /// <summary>Goes on.</summary>
    public string Next => words.Of(Sentences.FaultNext);

    /// <summary>Reports nothing after all.</summary>
    public string Cancel => words.Of(Sentences.FaultCancel);

    /// <summary>Closes what was told.</summary>
    public string Done => words.Of(Sentences.FaultDone);

    /// <summary>What is told where nobody knows in time what became of a report.</summary>
    public string Unsure => words.Of(Sentences.ReportUnsure);

    private static string IdOf(ReportKind kind) => JsonNamingPolicy.CamelCase.ConvertName($"{kind}");

    private static string Capital(string text) => $"{char.ToUpperInvariant(text[0])}{text[1..]}";
}
