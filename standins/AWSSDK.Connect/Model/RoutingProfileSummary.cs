namespace Amazon.Connect.Model;

public class RoutingProfileSummary
{
    public string Id { get; set; }

    public string Arn { get; set; }

    public string Name { get; set; }
}
