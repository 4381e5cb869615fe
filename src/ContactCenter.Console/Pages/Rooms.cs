using ContactCenter.Web.Texts;

namespace ContactCenter.Web.Pages;

/// <summary>A page that is always there.</summary>
/// <param name="Address">Its path.</param>
/// <param name="Name">What it is called.</param>
/// <param name="Meaning">What there is to see and to do, by which it is found.</param>
public sealed record Room(string Address, string Name, string Meaning);

/// <summary>The pages that are always there, in the language of the request.</summary>
internal static class Rooms
{
    /// <summary>All of them, in the order of the navigation.</summary>
    public static IReadOnlyList<Room> All =>
    [
        new("/", Say.RoomBoard, Say.ConsoleMeaning),
        new("/on-call", Say.RoomOnCall, Say.OnCallMeaning),
        new("/windows", Say.RoomWindows, Say.WindowsMeaning),
        new("/switchboard", Say.RoomSwitchboard, Say.SwitchboardMeaning),
        new("/alarms", Say.RoomAlarms, Say.AlarmsMeaning),
        new("/repairs", Say.RoomRepairs, Say.RepairsMeaning),
        new("/status-page", Say.RoomStatusPage, Say.StatusPageMeaning),
        new("/contacts", Say.RoomContacts, Say.ContactsMeaning),
        new("/forecast", Say.RoomForecast, Say.ForecastRoomMeaning),
        new("/trends", Say.RoomTrends, Say.TrendsMeaning),
        new("/knowledge", Say.RoomKnowledge, Say.KnowledgeMeaning),
        new("/reviews", Say.RoomReviews, Say.ReviewsMeaning),
        new("/audit", Say.RoomAudit, Say.AuditMeaning),
    ];
}
