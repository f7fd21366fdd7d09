using System.Text.Json;
using System.Text.Json.Nodes;

namespace ZonaIntegritas.Domain.Tests.Support;

/// <summary>The next version of an instrument file, made from the last by the changes a test names. Also used by the other test projects.</summary>
internal sealed class NextVersion(byte[] json)
{
    private readonly JsonObject _file = JsonNode.Parse(json)!.AsObject();

    public byte[] Bytes => JsonSerializer.SerializeToUtf8Bytes(_file);

    public NextVersion Version(string version) => Set("version", version);

    /// <summary>A member of the file itself.</summary>
    public NextVersion Set(string member, JsonNode? value)
    {
        _file[member] = value;
        return this;
    }

    public NextVersion Without(string question)
    {
        QuestionsAround(question).Remove(Question(question));
        return this;
    }

    public NextVersion Reword(string question, string statement) => SetOf(question, "statement", statement);

    /// <summary>A member of a question.</summary>
    public NextVersion SetOf(string question, string member, JsonNode? value)
    {
        Question(question)[member] = value;
        return this;
    }

    public NextVersion RewordOption(string question, string key, string text)
    {
        Question(question)["options"]![key] = text;
        return this;
    }

    /// <summary>Gives the question a scale of its own, with these options.</summary>
    public NextVersion Rescale(string question, params (string Key, decimal Value)[] options)
    {
        var scale = $"skala {question}";
        _file["scales"]!.AsArray().Add(new JsonObject
        {
            ["id"] = scale, ["kind"] = "choice", ["options"] = new JsonObject(options.Select(option => Pair(option.Key, option.Value))),
        });
        var texts = Question(question)["options"] as JsonObject ?? [];
        Question(question).Remove("formula");
        Question(question)["scale"] = scale;
        Question(question)["options"] = new JsonObject(options.Select(option => Pair(option.Key, texts[option.Key]?.GetValue<string>() ?? $"Pilihan {option.Key}")));
        return this;
    }

    public NextVersion Add(string leaf, string question, string statement)
    {
        Section(leaf)["questions"]!.AsArray().Add(new JsonObject
        {
            ["code"] = question, ["statement"] = statement, ["scale"] = "ya_tidak", ["options"] = new JsonObject { ["Ya"] = "Ada", ["Tidak"] = "Belum" },
        });
        return this;
    }

    public NextVersion Move(string question, string leaf)
    {
        var moved = Question(question);
        QuestionsAround(question).Remove(moved);
        Section(leaf)["questions"]!.AsArray().Add(moved);
        return this;
    }

    public NextVersion Rename(string section, string name) => SetOfSection(section, "name", name);

    /// <summary>Takes weight from one sub-criterion and gives it to its neighbour, so that the sums stay.</summary>
    public NextVersion Shift(string from, string to, decimal weight)
    {
        Section(from)["weight"] = Section(from)["weight"]!.GetValue<decimal>() - weight;
        Section(to)["weight"] = Section(to)["weight"]!.GetValue<decimal>() + weight;
        return this;
    }

    public NextVersion SetOfSection(string section, string member, JsonNode? value)
    {
        Section(section)[member] = value;
        return this;
    }

    /// <summary>Adds one more count to a counted question, without using it in the sum.</summary>
    public NextVersion AddInput(string question, string key, string label)
    {
        Formula(question)["inputs"]!.AsArray().Add(new JsonObject { ["key"] = key, ["label"] = label });
        return this;
    }

    public JsonObject Formula(string question) => Question(question)["formula"]?.AsObject()
        ?? throw new InvalidOperationException($"{question} is not counted.");

    public NextVersion Minimum(string predicate, string target, decimal minimum)
    {
        var limits = Predicate(predicate)["limits"]!.AsArray().Select(limit => limit!.AsObject());
        limits.Single(limit => (string?)limit["target"] == target)["minimum"] = minimum;
        return this;
    }

    public JsonObject Predicate(string code) => _file["predicates"]!.AsArray().Select(predicate => predicate!.AsObject()).Single(predicate => (string?)predicate["code"] == code);

    public JsonObject Section(string code) => Sections(_file["components"]!.AsArray()).Single(section => (string?)section["code"] == code);

    private JsonObject Question(string code) => QuestionsAround(code).Select(question => question!.AsObject()).Single(question => (string?)question["code"] == code);

    private JsonArray QuestionsAround(string code) => Sections(_file["components"]!.AsArray())
        .Select(section => section["questions"] as JsonArray).OfType<JsonArray>()
        .Single(questions => questions.Any(question => (string?)question!["code"] == code));

    private static IEnumerable<JsonObject> Sections(JsonArray sections) => sections.Select(section => section!.AsObject())
        .SelectMany(section => Sections(section["sections"] as JsonArray ?? []).Prepend(section));

    private static KeyValuePair<string, JsonNode?> Pair(string key, JsonNode? value) => KeyValuePair.Create(key, value);
}
