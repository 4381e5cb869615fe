using System.Net;
using System.Text.Json.Nodes;
using ContactCenter.Cli.Dashboards;
using ContactCenter.Core.Common;
using ContactCenter.Core.Incidents;
using ContactCenter.Core.Incidents.History;

namespace ContactCenter.Cli.Tests.Dashboards;

/// <summary>What a Grafana is asked, as its HTTP API describes it.</summary>
public sealed class GrafanaTests : IDisposable
{
    private static readonly DateTimeOffset Noon = new(2026, 11, 30, 12, 0, 0, TimeSpan.Zero);

    private readonly Recorder _grafana = new();

    private GrafanaApi Api => new(new HttpClient(_grafana) { BaseAddress = new Uri("https://grafana.example.com/g/") });

    public void Dispose() => _grafana.Dispose();

    [Fact]
    public async Task A_dashboard_goes_into_a_folder_that_is_made_once_in_the_place_of_the_one_before()
    {
        await Api.PushAsync(new JsonObject { ["uid"] = "a" }, TestContext.Current.CancellationToken);
        await Api.PushAsync(new JsonObject { ["uid"] = "a" }, TestContext.Current.CancellationToken);

        Assert.Equal(
            [
                "GET /g/api/folders/contact-center", "POST /g/api/folders", "POST /g/api/dashboards/db",
                "GET /g/api/folders/contact-center", "POST /g/api/dashboards/db",
            ],
            _grafana.Asked);
        Assert.True((bool)_grafana.Bodies[^1]["overwrite"]!);
    }

    [Fact]
    public async Task An_incident_is_drawn_from_its_begin_to_its_end_and_known_again()
    {
        await Api.AnnotateAsync(Incident(null), "cc-prod", TestContext.Current.CancellationToken);
        await Api.AnnotateAsync(Incident(Noon.AddMinutes(40)), "cc-prod", TestContext.Current.CancellationToken);

        Assert.Equal(
            ["POST /g/api/annotations", "PATCH /g/api/annotations/17"],
            _grafana.Asked.Where(static one => !one.StartsWith("GET", StringComparison.Ordinal)));
        var body = _grafana.Bodies[^1];
        Assert.Equal(
            (Noon.ToUnixTimeMilliseconds(), Noon.AddMinutes(40).ToUnixTimeMilliseconds()), ((long)body["time"]!, (long)body["timeEnd"]!));
        Assert.Equal(
            ["contact-center", "incident", "cc-prod", "P1", "7Q2M9KXA-3"], body["tags"]!.AsArray().Select(static tag => (string?)tag));
    }

    [Fact]
    public async Task What_an_alarm_is_called_is_no_markup_in_Grafana()
    {
        await Api.AnnotateAsync(
            Incident(null) with { Symptom = "<img src=x>" }, "cc-prod", TestContext.Current.CancellationToken);

        Assert.DoesNotContain("<img", (string)_grafana.Bodies[^1]["text"]!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_Grafana_refuses_is_told_with_its_words()
    {
        _grafana.Refuses = true;

        var refused = await Assert.ThrowsAsync<GrafanaException>(() =>
            Api.AnnotateAsync(Incident(null), "cc-prod", TestContext.Current.CancellationToken));

        Assert.Contains("Permission denied", refused.Message, StringComparison.Ordinal);
    }

    private static IncidentRecord Incident(DateTimeOffset? end) => new()
    {
        Id = "7Q2M9KXA-3",
        Version = 1,
        Receipts = 0,
        Group = "queue",
        Resource = "Billing",
        Location = "123456789012/eu-central-1",
        Subject = "Queue Billing",
        Symptom = "callers wait too long",
        Owner = "operations",
        Runbook = "queue-wait-time",
        State = IncidentState.Resolved,
        Severity = Severity.P1,
        Reasons = [],
        Acknowledged = default,
        Resolved = default,
        AlarmCount = 1,
        Changes = 1,
        BeganAt = Noon,
        DetectedAt = Noon,
        ResolvedAt = end,
    };

    private sealed class Recorder : HttpMessageHandler
    {
        private bool _hasFolder;
        private bool _hasAnnotation;

        public List<string> Asked { get; } = [];

        public List<JsonNode> Bodies { get; } = [];

        public bool Refuses { get; set; }

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var path = request.RequestUri!.AbsolutePath;
            Asked.Add($"{request.Method} {path}");
            if (request.Content is not null)
            {
                Bodies.Add(JsonNode.Parse(await request.Content.ReadAsStringAsync(cancellationToken))!);
            }

            if (Refuses)
            {
                return Answer(HttpStatusCode.Forbidden, """{"message":"Permission denied"}""");
            }

            var answer = (request.Method.Method, path.EndsWith("/annotations", StringComparison.Ordinal)) switch
            {
                ("GET", true) => Answer(HttpStatusCode.OK, _hasAnnotation ? """[{"id":17}]""" : "[]"),
                ("GET", false) => Answer(_hasFolder ? HttpStatusCode.OK : HttpStatusCode.NotFound, "{}"),
                _ => Answer(HttpStatusCode.OK, """{"url":"/d/a"}"""),
            };
            _hasFolder |= path.EndsWith("/folders", StringComparison.Ordinal);
            _hasAnnotation |= request.Method == HttpMethod.Post && path.EndsWith("/annotations", StringComparison.Ordinal);
            return answer;
        }

        private static HttpResponseMessage Answer(HttpStatusCode status, string text) => new(status) { Content = new StringContent(text) };
    }
}
