{{/* One way out: (dict "to" peers "port" number "names" whether it is also UDP). No peers: anywhere. */}}
{{- define "mizban.egress" -}}
- ports:
    - { protocol: TCP, port: {{ .port }} }
    {{- if .names }}
    - { protocol: UDP, port: {{ .port }} }
    {{- end }}
  {{- with .to }}
  to:
    {{- toYaml . | nindent 4 }}
  {{- end }}
{{- end -}}
